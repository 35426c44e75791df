// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/access/address_kind.h"
#include "core/base/result.h"

#include <QString>

namespace thimblely {

/*!
 * What takes a code to an address: a channel for mail or short messages that is connected. Nothing in the program can do
 * that yet. Called on a thread that may wait.
 */
class VerificationCarrier {
public:
    virtual ~VerificationCarrier() = default;
    virtual access::AddressKind kind() const = 0;
    //! By what it goes, as verification_logs.provider keeps it.
    virtual QString name() const = 0;
    //! Waits until it was taken; the code goes nowhere else.
    virtual Result<void> carry(const QString &address, const QString &code) = 0;

    VerificationCarrier(const VerificationCarrier &) = delete;
    VerificationCarrier &operator=(const VerificationCarrier &) = delete;

protected:
    VerificationCarrier() = default;
};

} // namespace thimblely
