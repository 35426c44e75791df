// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/clients/client.h"

#include "core/base/error_args.h"

#include <QRegularExpression>

#include <algorithm>

namespace thimblely {

namespace {

constexpr qsizetype longestName = 200;
constexpr qsizetype longestText = 10'000;
constexpr qsizetype fewestDigits = 3;

Error invalid(QByteArray code, const QString &arg = {})
{
    return {ErrorKind::Invalid, std::move(code), arg.isEmpty() ? QStringList() : QStringList{arg}, {}};
}

bool looksLikeEmail(const QString &email)
{
    // Deliverable or not only a mail server can say; this catches the slips of a hand.
    static const QRegularExpression shape(QStringLiteral("^[^@\\s,;<>]+@[^@\\s,;<>.]+(\\.[^@\\s,;<>.]+)+$"));
    return email.size() <= 254 && shape.match(email).hasMatch();
}

} // namespace

QString phoneDigits(QStringView asTyped)
{
    QString digits;
    for (const QChar c : asTyped) {
        if (c.digitValue() >= 0 && c.category() == QChar::Number_DecimalDigit)
            digits += QChar(u'0' + c.digitValue());
        else if (c == u'+' && digits.isEmpty())
            digits += c;
    }
    return digits == QLatin1String("+") ? QString() : digits;
}

Result<void> validate(const ClientDraft &draft, Date today)
{
    const QString name = draft.name.trimmed();
    if (name.isEmpty())
        return invalid("client.no_name");
    if (name.size() > longestName)
        return invalid("client.name_too_long", QString::number(longestName));
    if (const QString email = draft.email.trimmed(); !email.isEmpty() && !looksLikeEmail(email))
        return invalid("client.bad_email", email);
    for (const Phone &phone : draft.phones) {
        const qsizetype digits = phoneDigits(phone.number).remove(u'+').size();
        if (!phone.number.trimmed().isEmpty() && (digits < fewestDigits || phone.number.size() > 100))
            return invalid("client.bad_phone", phone.number.left(100));
    }
    if (draft.birthDate && *draft.birthDate > today)
        return invalid("client.born_later", errorArg(*draft.birthDate));
    if (draft.creditLimit && draft.creditLimit->isNegative())
        return invalid("money.negative", errorArg(*draft.creditLimit));
    const QString *const texts[] = {&draft.company,  &draft.address,  &draft.notes,
                                    &draft.fitNotes, &draft.relation, &draft.taxId};
    if (std::ranges::any_of(texts, [](const QString *text) { return text->size() > longestText; }))
        return invalid("client.text_too_long", QString::number(longestText));
    return {};
}

} // namespace thimblely
