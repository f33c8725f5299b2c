#include <iostream>
#include <pidun/pidun.hpp>
#include <string>

int main() {
  const pidun::Engine engine;      // build once, share between threads
  pidun::Scratch scratch(engine);  // one for each thread
  pidun::Stream stream(engine);    // one for each input, fed in chunks of any size
  pidun::Results results;
  const std::string chunks[] = {"user=42 id=1101011990", "03079980 phone=139000", "00021\n"};

  const auto print = [&results] {
    for (const pidun_finding& finding : results) {
      auto kind = pidun::sized<pidun_kind_info>();
      pidun::check(pidun_kind_get(finding.kind, &kind));
      const auto index = static_cast<std::size_t>(&finding - results.begin());
      std::cout << kind.name << " at byte " << finding.begin << ": " << results.evidence(index) << '\n';
    }
  };
  for (const std::string& chunk : chunks) {
    stream.feed(scratch, chunk.data(), chunk.size(), results);
    print();
  }
  stream.finish(scratch, results);
  print();
}
