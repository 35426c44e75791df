// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "app/thimblectl/progress.h"

#include <cstdio>
#include <string>
#include <unistd.h>

namespace thimblectl {

bool showProgress(qint64 done, qint64 total)
{
    if (isatty(STDERR_FILENO) == 0 || total <= 0)
        return true;
    const int width = 40;
    const int filled = int(done * width / total);
    std::fprintf(stderr, "\r[%s%s]%s", std::string(size_t(filled), '#').c_str(),
                 std::string(size_t(width - filled), ' ').c_str(), done == total ? "\n" : "");
    std::fflush(stderr);
    return true;
}

} // namespace thimblectl
