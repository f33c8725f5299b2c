# The package as its users meet it: installed, found, linked, run, uninstalled.
add_test(NAME package/install COMMAND ${CMAKE_CURRENT_SOURCE_DIR}/install/run.sh ${PROJECT_BINARY_DIR})
set_tests_properties(package/install PROPERTIES LABELS package TIMEOUT 600
  ENVIRONMENT "CC=${CMAKE_C_COMPILER};CXX=${CMAKE_CXX_COMPILER};CMAKE=${CMAKE_COMMAND}")
