// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "app/thimblectl/shop_vault.h"

#include "app/thimblectl/arguments.h"
#include "app/thimblectl/person.h"

#include "core/base/log.h"
#include "core/vault/encrypting.h"

#include <unistd.h>

namespace thimblectl {

using namespace thimblely;

ShopVault::~ShopVault()
{
    m_hold.reset();
    if (!m_opened)
        return;
    if (const auto locked = vault::lock(*m_opened); !locked)
        qCWarning(lcStorage, "the encrypted folder stays open: %s", locked.error().code.constData());
}

Result<QString> ShopVault::open(const Arguments &arguments, const QString &file)
{
    vault::tidy(vault::placesFor(file));
    const auto vault = vault::vaultOf(file);
    if (!vault)
        return file;
    if (vault::stateOf(*vault) != vault::State::Open) {
        const QString option = QStringLiteral("vault-passphrase-fd");
        if (!arguments.has(option) && isatty(STDIN_FILENO) == 0)
            return Error{ErrorKind::Invalid, "vault.locked", {}, {}};
        TRY_ASSIGN(const QString passphrase,
                   readSecret(arguments, option, QStringLiteral("Passphrase of the encrypted files: ")));
        TRY(vault::open(*vault, passphrase));
        m_opened = vault;
    }
    m_hold = std::make_unique<vault::Hold>(*vault);
    return vault->shopFile;
}

} // namespace thimblectl
