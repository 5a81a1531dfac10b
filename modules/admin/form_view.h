// The forms of administration are those of the whole office (shared/office/form_page.h), under the names that its handlers use.
#pragma once

#include "shared/office/form_page.h"

namespace portal::admin {

using office::errors_of;
using office::fill_form;
using office::form_again;
using office::FormPage;
using office::Option;
using office::show_form;
using Field = office::FormField;

}  // namespace portal::admin
