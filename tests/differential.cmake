# Against other people's programs. Each differential/NAME.cpp is a program; one named *_vs_* is a test by itself.
# differential/*_vs_*.py drives check_tool (differential/check_tool.cpp), whose path it is given.
# Debian's own interpreter: python3-stdnum is installed for it, whatever python3 comes first in PATH.
find_program(DEBIAN_PYTHON python3 PATHS /usr/bin NO_DEFAULT_PATH REQUIRED)
set(DIFFERENTIAL ${CMAKE_CURRENT_SOURCE_DIR}/differential)
find_library(PHONENUMBER_LIBRARY phonenumber)
find_library(PROTOBUF_LIBRARY protobuf)
file(GLOB tools CONFIGURE_DEPENDS ${DIFFERENTIAL}/*.cpp)
foreach(file ${tools})
  cmake_path(GET file STEM tool)
  file(STRINGS ${file} phone REGEX "include <phonenumbers/")
  # libphonenumber and what it links are not built with sanitizers.
  if(phone AND (PIDUN_SANITIZE OR NOT PHONENUMBER_LIBRARY))
    continue()
  endif()
  add_executable(${tool} ${file})
  target_include_directories(${tool} PRIVATE ${HERE})
  target_link_libraries(${tool} PRIVATE pidun_objects pidun_warnings)
  if(phone)
    target_link_libraries(${tool} PRIVATE ${PHONENUMBER_LIBRARY} ${PROTOBUF_LIBRARY})
  endif()
  if(tool MATCHES "_vs_")
    add_test(NAME differential/${tool} COMMAND ${tool} WORKING_DIRECTORY ${PROJECT_SOURCE_DIR})
    set_tests_properties(differential/${tool} PROPERTIES LABELS differential TIMEOUT 600)
  endif()
endforeach()
file(GLOB scripts CONFIGURE_DEPENDS ${DIFFERENTIAL}/*_vs_*.py)
if(TARGET check_tool)
  foreach(file ${scripts})
    cmake_path(GET file STEM script)
    add_test(NAME differential/${script} COMMAND ${DEBIAN_PYTHON} -B ${file} $<TARGET_FILE:check_tool>
             WORKING_DIRECTORY ${PROJECT_SOURCE_DIR})
    set_tests_properties(differential/${script} PROPERTIES LABELS differential TIMEOUT 600)
  endforeach()
endif()

# Recall, precision and silence on the public data, with the real command; skipped with a printed reason without it.
if(TARGET pidun_cli AND NOT PIDUN_SANITIZE)
  add_test(NAME accuracy COMMAND ${PYTHON} ${CMAKE_CURRENT_SOURCE_DIR}/accuracy/measure.py $<TARGET_FILE:pidun_cli>)
  add_test(NAME accuracy_charsets COMMAND ${PYTHON} ${CMAKE_CURRENT_SOURCE_DIR}/accuracy/charsets.py $<TARGET_FILE:pidun_cli>)
  foreach(whose names addresses)
    add_test(NAME accuracy_${whose}
             COMMAND ${PYTHON} ${CMAKE_CURRENT_SOURCE_DIR}/accuracy/${whose}.py $<TARGET_FILE:pidun_cli>)
  endforeach()
  set_tests_properties(accuracy accuracy_charsets accuracy_names accuracy_addresses PROPERTIES LABELS accuracy TIMEOUT 600)
endif()

# Every form of every kind in ten carriers, and what looks like them: made up here, with the real command.
if(TARGET pidun_cli AND NOT PIDUN_SANITIZE)
  add_test(NAME robustness COMMAND ${PYTHON} ${CMAKE_CURRENT_SOURCE_DIR}/robustness/run.py $<TARGET_FILE:pidun_cli>)
  set_tests_properties(robustness PROPERTIES LABELS accuracy TIMEOUT 600)
endif()

# Names of columns, and texts that name fields without a value: made up here, with the real command.
if(TARGET pidun_cli AND NOT PIDUN_SANITIZE)
  foreach(corpus columns policies)
    add_test(NAME ${corpus} COMMAND ${PYTHON} ${CMAKE_CURRENT_SOURCE_DIR}/${corpus}/run.py $<TARGET_FILE:pidun_cli>)
  endforeach()
  add_test(NAME accuracy_argus COMMAND ${PYTHON} ${CMAKE_CURRENT_SOURCE_DIR}/accuracy/argus.py $<TARGET_FILE:pidun_cli>
                                       --floor 0.9)
  add_test(NAME accuracy_whereabouts
           COMMAND ${PYTHON} ${CMAKE_CURRENT_SOURCE_DIR}/accuracy/whereabouts.py $<TARGET_FILE:pidun_cli> --floor 0.99)
  add_test(NAME accuracy_pictures
           COMMAND ${PYTHON} ${CMAKE_CURRENT_SOURCE_DIR}/accuracy/pictures.py $<TARGET_FILE:pidun_cli> --floor 0.98)
  add_test(NAME accuracy_counts COMMAND ${PYTHON} ${CMAKE_CURRENT_SOURCE_DIR}/accuracy/counts.py $<TARGET_FILE:pidun_cli>
                                        $<TARGET_FILE:bench_leak>)
  set_tests_properties(columns policies accuracy_argus accuracy_whereabouts accuracy_pictures accuracy_counts
                       PROPERTIES LABELS accuracy TIMEOUT 600)
endif()
