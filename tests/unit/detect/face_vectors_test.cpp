// Numbers that may be a feature of a face, and those that are not.
#include "detect/face_vectors.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <bit>
#include <cmath>
#include <string>
#include <utility>
#include <vector>

#include "support/made_pictures.h"
#include "support/random.h"

using namespace pidun;
using namespace pidun::testing;

namespace {

// `count` numbers, of both signs unless `lift`, whose squares sum up to `length` * `length`.
std::string vector_of(size_t count, double length, Random& random, double lift = 0) {
  std::vector<double> numbers(count);
  double squares = 0;
  for (double& number : numbers) {
    number = (static_cast<double>(random.below(2000001)) - 1000000) / 1000000 + lift;
    squares += number * number;
  }
  std::string out;
  for (const double number : numbers)
    out += (out.empty() ? "[" : ",") + std::to_string(number * length / std::sqrt(squares));
  return out + "]";
}

}  // namespace

TEST_CASE("face vectors: features of the sizes and lengths that models give") {
  Random random(1);
  for (const auto& [count, length] :
       {std::pair{128, 1.0}, {128, 1.4}, {256, 1.0}, {512, 1.0}, {512, 20.0}, {1024, 1.0}}) {
    CAPTURE(count, length);
    const std::string text = vector_of(static_cast<size_t>(count), length, random);
    CHECK(is_face_vector(text));
    CHECK(is_face_vector(text.substr(1, text.size() - 2)));
  }
}

namespace {

std::string bytes_of(size_t count, float length, Random& random) {
  std::vector<float> numbers(count);
  float squares = 0;
  for (float& number : numbers) {
    number = (static_cast<float>(random.below(20001)) - 10000) / 10000;
    squares += number * number;
  }
  std::string out;
  for (const float number : numbers) out += little(std::bit_cast<uint32_t>(number * length / std::sqrt(squares)), 4);
  return out;
}

std::string hex_of(const std::string& bytes) {
  std::string out;
  for (const char c : bytes) {
    out += "0123456789abcdef"[static_cast<unsigned char>(c) >> 4];
    out += "0123456789abcdef"[c & 15];
  }
  return out;
}

}  // namespace

TEST_CASE("face blobs: features as single-precision numbers in base64, base64url and hex") {
  Random random(3);
  for (const size_t count : {128u, 256u, 512u}) {
    CAPTURE(count);
    const std::string bytes = bytes_of(count, 1, random), base64 = base64_of(bytes);
    CHECK(is_face_blob(base64));
    CHECK(is_face_blob(base64 + "\",\"n\":1}"));
    std::string url = base64;
    std::replace(url.begin(), url.end(), '+', '-');
    std::replace(url.begin(), url.end(), '/', '_');
    CHECK(is_face_blob(url));
    for (const char* prefix : {"", "0x", "\\x"}) CHECK(is_face_blob(prefix + hex_of(bytes)));
  }
  CHECK_FALSE(is_face_blob(base64_of(bytes_of(100, 1, random))));
  CHECK_FALSE(is_face_blob(base64_of(bytes_of(128, 90, random))));
  CHECK_FALSE(is_face_blob(""));
  CHECK_FALSE(is_face_blob(std::string(5000, 'A')));
  for (uint32_t seed = 0; seed < 10000; ++seed) CHECK_FALSE(is_face_blob(base64_of(noise(512, seed).substr(0, 512))));
}

TEST_CASE("face vectors: other numbers are none") {
  Random random(2);
  CHECK_FALSE(is_face_vector(vector_of(100, 1, random)));
  CHECK_FALSE(is_face_vector(vector_of(129, 1, random)));
  CHECK_FALSE(is_face_vector(vector_of(128, 100, random)));
  CHECK_FALSE(is_face_vector(vector_of(128, 0.001, random)));
  CHECK_FALSE(is_face_vector(vector_of(128, 1, random, 2)));
  CHECK_FALSE(is_face_vector("[0.1,0.2,\"a\"]"));
  CHECK_FALSE(is_face_vector(""));
  CHECK_FALSE(is_face_vector("["));
}
