// Numbers that may be a feature of a face, and those that are not.
#include "detect/face_vectors.h"

#include <catch2/catch.hpp>

#include <cmath>
#include <string>
#include <utility>
#include <vector>

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
