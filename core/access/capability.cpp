// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/access/capability.h"

#include <array>

namespace thimblely::access {

namespace {

constexpr std::array<const char *, size_t(capabilityCount)> names = {
#define X(name, text) text,
    THIMBLELY_CAPABILITIES(X)
#undef X
};

} // namespace

const char *nameOf(Capability capability)
{
    return names[size_t(capability)];
}

std::optional<Capability> capabilityFromName(QByteArrayView name)
{
    for (size_t i = 0; i < names.size(); ++i) {
        if (name == QByteArrayView(names[i]))
            return Capability(i);
    }
    return std::nullopt;
}

CapabilitySet CapabilitySet::all()
{
    Bits bits;
    bits.set();
    return CapabilitySet(bits);
}

} // namespace thimblely::access
