// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/accounts/social_accounts_model.h"

#include "ui/accounts/social_words.h"
#include "ui/desk/desk.h"
#include "ui/desk/moment_text.h"
#include "ui/widgets/list_row_delegate.h"
#include "ui/widgets/row_patch.h"

#include <algorithm>

namespace thimblely::ui {

void SocialAccountsModel::setAccounts(std::vector<SocialAccount> accounts)
{
    patchRows(
        m_rows, std::move(accounts), [](const SocialAccount &row) { return row.id; },
        RowPatch{[this](int first, int last) { beginInsertRows({}, first, last); }, [this] { endInsertRows(); },
                 [this](int first, int last) { beginRemoveRows({}, first, last); }, [this] { endRemoveRows(); },
                 [this](int first, int last) { Q_EMIT dataChanged(index(first), index(last)); }});
}

int SocialAccountsModel::rowOf(RowId account) const
{
    const auto found = std::ranges::find(m_rows, account, &SocialAccount::id);
    return found == m_rows.end() ? -1 : int(found - m_rows.begin());
}

int SocialAccountsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QString SocialAccountsModel::secondLine(const SocialAccount &account) const
{
    QStringList parts{account.isShops ? tr("the shop’s") : tr("yours")};
    if (account.type)
        parts.append(accountTypeName(*account.type));
    if (!account.permissions.isEmpty())
        parts.append(tr("may %1", "what an account allows").arg(account.permissions.join(QStringLiteral(", "))));
    parts.append(account.syncedAt ? tr("last synced %1").arg(momentText(*account.syncedAt, m_desk))
                                  : tr("never synced"));
    if (account.expiresAt)
        parts.append(tr("let in until %1").arg(momentText(*account.expiresAt, m_desk)));
    return parts.join(QStringLiteral(" \u00b7 "));
}

QVariant SocialAccountsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const SocialAccount &row = account(index.row());
    const QString word = row.isActive ? tr("In use") : tr("Out of use");
    // Its name is written from left to right, whatever the window's language.
    const QString name = platformName(row.platform) + QStringLiteral(" \u2066@") + row.username + QChar(0x2069);
    switch (role) {
    case Qt::DisplayRole:
        return name;
    case ListRowDelegate::SecondLine:
        return secondLine(row);
    case ListRowDelegate::StatusRole:
        return int(row.isActive ? Status::Ready : Status::Collected);
    case ListRowDelegate::StatusWord:
        return word;
    case Qt::AccessibleTextRole:
        return QString(name + QStringLiteral(", ") + secondLine(row) + QStringLiteral(", ") + word);
    default:
        return {};
    }
}

} // namespace thimblely::ui
