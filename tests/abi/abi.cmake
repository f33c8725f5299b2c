# The header as strict C99, C++11 and C++20; sizes; exported symbols; needed libraries.
set(ABI ${CMAKE_CURRENT_SOURCE_DIR}/abi)
foreach(standard 11 20)
  configure_file(${ABI}/headertest.c ${CMAKE_CURRENT_BINARY_DIR}/headertest_cxx${standard}.cpp COPYONLY)
  add_executable(headertest_cxx${standard} ${CMAKE_CURRENT_BINARY_DIR}/headertest_cxx${standard}.cpp)
  set_target_properties(headertest_cxx${standard} PROPERTIES CXX_STANDARD ${standard})
endforeach()
add_executable(headertest_c99 ${ABI}/headertest.c)
add_executable(abi_sizes ${ABI}/sizes.c)
foreach(program headertest_c99 headertest_cxx11 headertest_cxx20 abi_sizes)
  target_include_directories(${program} PRIVATE ${PROJECT_SOURCE_DIR}/include)
  target_compile_options(${program} PRIVATE -Wall -Wextra -Wpedantic -Wpadded -Werror)
  set_target_properties(${program} PROPERTIES C_STANDARD 99 C_STANDARD_REQUIRED ON C_EXTENSIONS OFF)
  add_test(NAME abi/${program} COMMAND ${program})
  set_tests_properties(abi/${program} PROPERTIES LABELS abi)
endforeach()

# C++ headers: pidun.hpp, when there, must compile on its own too.
if(EXISTS ${PROJECT_SOURCE_DIR}/include/pidun/pidun.hpp)
  file(WRITE ${CMAKE_CURRENT_BINARY_DIR}/hpptest.cpp "#include <pidun/pidun.hpp>\nint main() { return 0; }\n")
  add_executable(headertest_hpp ${CMAKE_CURRENT_BINARY_DIR}/hpptest.cpp)
  target_link_libraries(headertest_hpp PRIVATE pidun::pidun)
  target_compile_options(headertest_hpp PRIVATE -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Werror)
  add_test(NAME abi/headertest_hpp COMMAND headertest_hpp)
  set_tests_properties(abi/headertest_hpp PROPERTIES LABELS abi)
endif()

# Sanitizers add libraries of their own.
if(NOT PIDUN_SANITIZE AND CMAKE_BUILD_TYPE STREQUAL "Release")
  add_test(NAME abi/symbols COMMAND ${PYTHON} ${ABI}/symbols.py $<TARGET_FILE:pidun_shared>
           ${PROJECT_SOURCE_DIR}/include/pidun/pidun.h ${ABI}/needed.txt)
  set_tests_properties(abi/symbols PROPERTIES LABELS abi)
endif()
