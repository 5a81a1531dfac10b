#define BOOST_TEST_MODULE portal
#include <boost/test/unit_test.hpp>
