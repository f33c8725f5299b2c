# cmake --install: both libraries, headers, and what find_package and pkg-config need. The command installs itself.
include(CMakePackageConfigHelpers)
set(PIDUN_CMAKE_DIR ${CMAKE_INSTALL_LIBDIR}/cmake/pidun)

install(TARGETS pidun_shared pidun_static EXPORT pidunTargets
        LIBRARY DESTINATION ${CMAKE_INSTALL_LIBDIR}
        ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR})
install(DIRECTORY ${PROJECT_SOURCE_DIR}/include/pidun DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}
        FILES_MATCHING PATTERN "*.h" PATTERN "*.hpp")
install(EXPORT pidunTargets NAMESPACE pidun:: DESTINATION ${PIDUN_CMAKE_DIR})

configure_package_config_file(cmake/pidunConfig.cmake.in ${PROJECT_BINARY_DIR}/pidunConfig.cmake
                              INSTALL_DESTINATION ${PIDUN_CMAKE_DIR} NO_SET_AND_CHECK_MACRO)
write_basic_package_version_file(${PROJECT_BINARY_DIR}/pidunConfigVersion.cmake COMPATIBILITY SameMinorVersion)
install(FILES ${PROJECT_BINARY_DIR}/pidunConfig.cmake ${PROJECT_BINARY_DIR}/pidunConfigVersion.cmake
        DESTINATION ${PIDUN_CMAKE_DIR})

file(RELATIVE_PATH PIDUN_PC_TO_PREFIX /${CMAKE_INSTALL_LIBDIR}/pkgconfig /)
configure_file(cmake/pidun.pc.in ${PROJECT_BINARY_DIR}/pidun.pc @ONLY)
install(FILES ${PROJECT_BINARY_DIR}/pidun.pc DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig)

# Removes what the last install put down: cmake --build BUILD --target uninstall. Not inside another project.
if(PROJECT_IS_TOP_LEVEL)
  configure_file(cmake/uninstall.cmake.in ${PROJECT_BINARY_DIR}/uninstall.cmake @ONLY)
  add_custom_target(uninstall COMMAND ${CMAKE_COMMAND} -P ${PROJECT_BINARY_DIR}/uninstall.cmake)
endif()
