# Runs PROGRAM with ARGUMENTS (blanks between them) and keeps what it prints in OUTPUT.
string(REPLACE " " ";" words "${ARGUMENTS}")
set(ENV{LC_ALL} C.UTF-8)
execute_process(COMMAND ${PROGRAM} ${words} OUTPUT_FILE ${OUTPUT}.new RESULT_VARIABLE code)
if(NOT code EQUAL 0)
  message(FATAL_ERROR "${PROGRAM} ${ARGUMENTS} ended with ${code}")
endif()
file(RENAME ${OUTPUT}.new ${OUTPUT})
