// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "tests/support/test_paths.h"

namespace thimblely::test {

QString sourceFolder()
{
    return QStringLiteral(THIMBLELY_SOURCE_DIR);
}

QString ownData()
{
    return sourceFolder() + QStringLiteral("/tests/data");
}

QString sharedData()
{
    return sourceFolder() + QStringLiteral("/../shared/data");
}

} // namespace thimblely::test
