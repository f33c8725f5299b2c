# The examples the READMEs quote are compiled as a user would and run on a sample.
set(EXAMPLES ${PROJECT_SOURCE_DIR}/examples)
add_executable(example_c ${EXAMPLES}/c/scan.c)
set(example_programs example_c)
if(PIDUN_SANITIZE)  # the sanitizers' runtime for C++ is the program's to bring
  set_target_properties(example_c PROPERTIES LINKER_LANGUAGE CXX)
endif()
if(EXISTS ${PROJECT_SOURCE_DIR}/include/pidun/pidun.hpp)
  add_executable(example_cpp ${EXAMPLES}/cpp/scan.cpp)
  list(APPEND example_programs example_cpp)
endif()
foreach(program ${example_programs})
  target_link_libraries(${program} PRIVATE pidun::pidun)
  target_compile_options(${program} PRIVATE -Wall -Wextra -Wpedantic -Werror)
  add_test(NAME example/${program} COMMAND ${program})
  set_tests_properties(example/${program} PROPERTIES LABELS example
    PASS_REGULAR_EXPRESSION "resident_id_number.*1101")
endforeach()

# The samples of ./dev demo: the clean log stays clean, the others do not.
if(TARGET pidun_cli)
  foreach(sample service.log patients.csv api.jsonl chat.txt users.sql admission.hl7 qq_export.txt)
    add_test(NAME example/${sample} COMMAND pidun_cli scan --format summary ${EXAMPLES}/samples/${sample})
    set_tests_properties(example/${sample} PROPERTIES LABELS example PASS_REGULAR_EXPRESSION "resident_id_number")
  endforeach()
  add_test(NAME example/clean.log COMMAND pidun_cli scan --format summary ${EXAMPLES}/samples/clean.log)
  set_tests_properties(example/clean.log PROPERTIES LABELS example
    PASS_REGULAR_EXPRESSION "\"findings\":0.*\"complete\":true")
endif()
