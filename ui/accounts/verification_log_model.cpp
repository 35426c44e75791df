// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/accounts/verification_log_model.h"

#include "ui/accounts/social_words.h"
#include "ui/desk/moment_text.h"
#include "ui/widgets/list_row_delegate.h"

namespace thimblely::ui {

void VerificationLogModel::show()
{
    PagedModel::show([](access::Session &session, const auto &after, int limit) {
        return VerificationLogService(session).page(after, limit);
    });
}

QString VerificationLogModel::title(const VerificationEntry &entry) const
{
    const QString address = QStringLiteral("\u2066") + entry.sentTo + QChar(0x2069);
    return entry.kind == access::AddressKind::Email ? tr("By e-mail to %1").arg(address)
                                                    : tr("By short message to %1").arg(address);
}

QString VerificationLogModel::secondLine(const VerificationEntry &entry) const
{
    QStringList parts;
    if (entry.sentAt)
        parts.append(momentText(*entry.sentAt, desk()));
    if (entry.verifiedAt)
        parts.append(tr("confirmed %1").arg(momentText(*entry.verifiedAt, desk())));
    return parts.join(QStringLiteral(" \u00b7 "));
}

QVariant VerificationLogModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const VerificationEntry &entry = row(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return title(entry);
    case ListRowDelegate::SecondLine:
        return secondLine(entry);
    case ListRowDelegate::StatusRole:
        return int(verificationShape(entry.status));
    case ListRowDelegate::StatusWord:
        return verificationWord(entry.status);
    case Qt::AccessibleTextRole:
        return QString(title(entry) + QStringLiteral(", ") + secondLine(entry) + QStringLiteral(", ") +
                       verificationWord(entry.status));
    default:
        return {};
    }
}

} // namespace thimblely::ui
