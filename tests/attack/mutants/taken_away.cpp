// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "tests/attack/mutants/taken_away.h"

#include <QRandomGenerator>

#include <sqlite3.h>

#include <dlfcn.h>

#include <cstring>

using thimblely::test::TakenAway;

namespace {

//! What the library has under the name that is defined here a second time.
template <typename Function>
Function behind(const char *name)
{
    return reinterpret_cast<Function>(dlsym(RTLD_NEXT, name));
}

} // namespace

// Found by the linker before the library's own.
extern "C" int sqlite3_set_authorizer(sqlite3 *handle,
                                      int (*authorizer)(void *, int, const char *, const char *, const char *,
                                                        const char *),
                                      void *context)
{
    static const auto real = behind<decltype(&sqlite3_set_authorizer)>("sqlite3_set_authorizer");
    return real(handle, TakenAway::authorizer ? nullptr : authorizer, context);
}

quint64 QRandomGenerator::_fillRange(void *buffer, qptrdiff count)
{
    using Real = quint64 (*)(QRandomGenerator *, void *, qptrdiff);
    static const auto real = behind<Real>("_ZN16QRandomGenerator10_fillRangeEPvx");
    if (!TakenAway::secretNames || !buffer)
        return real(this, buffer, count);
    std::memset(buffer, 0, size_t(count) * sizeof(quint32));
    return 0;
}
