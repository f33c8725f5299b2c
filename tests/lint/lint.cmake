# Rules of the tree; ./dev lint runs these alone.
set(LINT ${CMAKE_CURRENT_SOURCE_DIR}/lint)
foreach(rule include_order file_length no_output one_name readme_examples)
  add_test(NAME lint/${rule} COMMAND ${PYTHON} ${LINT}/${rule}.py)
endforeach()
add_test(NAME lint/format COMMAND ${LINT}/format.sh)
# Two processes of its own, so nothing else runs beside it.
add_test(NAME lint/tidy COMMAND ${PYTHON} ${LINT}/run_tidy.py ${PROJECT_BINARY_DIR} 2)
set_tests_properties(lint/tidy PROPERTIES PROCESSORS 2 TIMEOUT 900)
set_tests_properties(lint/include_order lint/file_length lint/no_output lint/one_name lint/readme_examples lint/format lint/tidy
                     PROPERTIES LABELS lint)
