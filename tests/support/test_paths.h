// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include <QString>

namespace thimblely::test {

// Where tests find files; in one source file, so that the objects of all others serve every checkout (ccache).

QString sourceFolder(); //!< the top of this checkout
QString ownData();      //!< tests/data
QString sharedData();   //!< real input beside the checkout; a test that needs it skips where it is absent

} // namespace thimblely::test
