// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/vault/vault.h"

#include <memory>

namespace thimblectl {

class Arguments;

//! The encrypted folder that a shop's file lies in, open for as long as a verb runs; locked again where it was not open
//! before.
class ShopVault {
public:
    ShopVault() = default;
    ~ShopVault();
    ShopVault(const ShopVault &) = delete;
    ShopVault &operator=(const ShopVault &) = delete;

    //! Where the file is to be read: as given, where it lies in no such folder. Invalid "vault.locked" where the
    //! passphrase is neither given nor can be asked for; WrongSecret and others of vault.h.
    thimblely::Result<QString> open(const Arguments &arguments, const QString &file);

private:
    std::unique_ptr<thimblely::vault::Hold> m_hold;
    std::optional<thimblely::vault::Vault> m_opened;
};

} // namespace thimblectl
