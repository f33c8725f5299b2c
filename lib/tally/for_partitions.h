// Calls work(partition, worker) for all partitions, on so many threads; what one of them throws is thrown here.
#pragma once

#include <atomic>
#include <exception>
#include <mutex>
#include <thread>
#include <vector>

#include "tally/partition_log.h"

namespace pidun {

template <class Work>
void for_partitions(unsigned threads, Work&& work) {
  std::atomic<size_t> next{0};
  std::exception_ptr fault;
  std::mutex guard;
  const auto run = [&](unsigned worker) {
    try {
      for (size_t partition; (partition = next++) < PartitionLog::kPartitions;) work(partition, worker);
    } catch (...) {
      next = PartitionLog::kPartitions;
      const std::lock_guard lock(guard);
      if (fault == nullptr) fault = std::current_exception();
    }
  };
  {
    std::vector<std::jthread> others;  // joined at the end of this block
    for (unsigned worker = 1; worker < threads; ++worker) others.emplace_back(run, worker);
    run(0);
  }
  if (fault != nullptr) std::rethrow_exception(fault);
}

}  // namespace pidun
