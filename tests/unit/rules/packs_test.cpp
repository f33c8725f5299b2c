// The build refuses packs that do not hold together, with file and line.
#include <unistd.h>

#include <array>
#include <catch2/catch.hpp>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <memory>
#include <string>

namespace pidun {
namespace {

namespace fs = std::filesystem;

fs::path source_folder() { return fs::path(PIDUN_SOURCE_FOLDER); }

// What the generator says of these packs, and whether it stopped.
struct Said {
  std::string text;
  bool stopped = false;
};

class PackFolder {
 public:
  PackFolder() : folder_(fs::temp_directory_path() / ("pidun_packs_" + std::to_string(getpid()))) {
    fs::create_directories(folder_);
    fs::copy(source_folder() / "patterns", folder_ / "patterns", fs::copy_options::recursive);
  }
  ~PackFolder() { fs::remove_all(folder_); }
  PackFolder(const PackFolder&) = delete;
  PackFolder& operator=(const PackFolder&) = delete;

  // Puts `text` into a pack of its own, which is read last.
  Said with(const std::string& text) const {
    std::ofstream(folder_ / "patterns/zz.toml") << text;
    const std::string command = "python3 -B '" + (source_folder() / "cmake/generate_tables.py").string() + "' '" +
                                (folder_ / "patterns").string() + "' '" + (folder_ / "out").string() + "' 2>&1";
    const std::unique_ptr<FILE, int (*)(FILE*)> pipe(popen(command.c_str(), "r"), [](FILE*) { return 0; });
    Said said;
    std::array<char, 4096> buffer{};
    while (const size_t count = fread(buffer.data(), 1, buffer.size(), pipe.get()))
      said.text.append(buffer.data(), count);
    said.stopped = pclose(pipe.get()) != 0;
    return said;
  }

 private:
  fs::path folder_;
};

std::string rule(const std::string& id, const std::string& more = {}, int examples = 5) {
  std::string text = "[[rule]]\nid = \"" + id + "\"\nkind = \"mobile_number\"\nen = \"x\"\nzh = \"x\"\nbasis = \"x\"\n";
  text += more.empty() ? "shape = \"literal\"\npattern = \"x\"\n" : more;
  for (int i = 0; i < examples; ++i) text += "[[rule.match]]\ntext = \"x\"\nfind = \"x\"\n";
  for (int i = 0; i < 5; ++i) text += "[[rule.reject]]\ntext = \"y\"\nwhy = \"no x\"\n";
  return text;
}

}  // namespace

TEST_CASE("a sound pack is taken, faulty ones stop the build with file and line") {
  const PackFolder folder;
  const Said sound = folder.with(rule("sound"));
  INFO(sound.text);
  CHECK_FALSE(sound.stopped);
  struct Case {
    std::string text;
    const char* said;
  };
  const Case cases[] = {
      {"[[rule]]\nid = \n", "zz.toml:2: "},
      {rule("mobile_number"), "zz.toml:1: id mobile_number stands at "},
      {"\n" + rule("few", {}, 4), "zz.toml:2: rule few has fewer than 5 match examples"},
      {rule("Bad-Id"), "zz.toml:1: an id is"},
      {rule("a", "shape = \"regex\"\ndetector = \"x\"\n"), "zz.toml:1: shape regex needs pattern"},
      {rule("a", "shape = \"blob\"\npattern = \"x\"\n"), "zz.toml:1: shape is one of"},
      {rule("a", "shape = \"literal\"\npattern = \"x\"\ncolour = 1\n"), "zz.toml:1: unknown key colour"},
      {rule("a", "shape = \"literal\"\npattern = \"x\"\nlabels = [\"手机\"]\n"), "zz.toml:1: label 手机 stands at "},
      {rule("a", "shape = \"literal\"\npattern = \"x\"\nconfidence = 0\n"), "zz.toml:1: confidence is 1..100"},
      {rule("a") + "[[rule.match]]\ntext = \"x\"\nfind = \"y\"\n", "zz.toml:39: find does not stand in text"},
      {"[[kind]]\nnumber = 58\nname = \"gap\"\nzh = \"x\"\ntier = 0\nsensitive = \"N\"\njrt0171 = 0\ngbt39725 = 0\n",
       "zz.toml:1: kind numbers run 1, 2, 3"},
      {"[[group]]\nname = \"g\"\nwords = [\"词\"]\nkinds = [\"nothing\"]\n", "zz.toml:1: unknown kind nothing"},
      {"[[group]]\nname = \"g\"\nwords = [\"词\"]\nkinds = [\"mobile_number\"]\nnegative = true\n",
       "zz.toml:1: a negative group names no kind"},
      {"[[thing]]\na = 1\n", "zz.toml:1: unknown table thing"},
  };
  for (const Case& c : cases) {
    INFO(c.text);
    const Said said = folder.with(c.text);
    INFO(said.text);
    CHECK(said.stopped);
    CHECK(said.text.find(c.said) != std::string::npos);
  }
}

}  // namespace pidun
