// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/accounts/member_words.h"

#include "core/base/quantity.h"
#include "ui/desk/desk.h"

#include <QCoreApplication>

namespace thimblely::ui {

namespace {

using access::Capability;

constexpr int milliPerBp = 10; // a quantity's thousandths of one per cent
constexpr int wholeBp = 10'000;

QString words(const char *text)
{
    return QCoreApplication::translate("MemberWords", text);
}

} // namespace

QString percentText(int basisPoints, const QLocale &locale)
{
    const int whole = basisPoints / 100;
    const int part = basisPoints % 100;
    QString text = locale.toString(whole);
    if (part == 0)
        return text;
    text += locale.decimalPoint() + locale.toString(part / 10);
    return part % 10 == 0 ? text : text + locale.toString(part % 10);
}

Result<std::optional<int>> percentFrom(const QString &text, const QLocale &locale)
{
    QString bare = text.trimmed();
    bare.remove(u'%');
    if (bare.trimmed().isEmpty())
        return std::optional<int>();
    const auto share = Quantity::parse(bare.trimmed(), locale);
    if (!share || share->milli() < 0 || share->milli() % milliPerBp != 0 || share->milli() / milliPerBp > wholeBp)
        return Error{ErrorKind::Invalid, "team.bad_limit", {}, {}};
    return std::optional(int(share->milli() / milliPerBp));
}

QStringList limitLines(const MemberTerms &terms, const Desk &desk)
{
    const access::CapabilitySet may = terms.capabilities();
    QStringList lines;
    if (may.has(Capability::OrdersDiscount))
        lines.append(words(QT_TRANSLATE_NOOP("MemberWords", "May give any discount.")));
    else if (may.has(Capability::OrdersWrite) && terms.discountLimitBp.value_or(0) > 0)
        lines.append(words(QT_TRANSLATE_NOOP("MemberWords", "May give up to %1 % off a piece; more is approved here."))
                         .arg(percentText(*terms.discountLimitBp, desk.locale())));
    else if (may.has(Capability::OrdersWrite))
        lines.append(words(QT_TRANSLATE_NOOP("MemberWords", "Any discount is approved here.")));
    if (may.has(Capability::OrdersRefund))
        lines.append(words(QT_TRANSLATE_NOOP("MemberWords", "May give any amount back.")));
    else if (may.has(Capability::OrdersTakePayment) && terms.refundLimit && terms.refundLimit->minor() > 0)
        lines.append(words(QT_TRANSLATE_NOOP("MemberWords", "May give back up to %1 a day; more is approved here."))
                         .arg(desk.amount(*terms.refundLimit)));
    else if (may.has(Capability::OrdersTakePayment))
        lines.append(words(QT_TRANSLATE_NOOP("MemberWords", "Money that is given back is approved here.")));
    return lines;
}

QString payKindWords(PayKind kind)
{
    switch (kind) {
    case PayKind::Piece:
        return words(QT_TRANSLATE_NOOP("MemberWords", "By the piece"));
    case PayKind::Hour:
        return words(QT_TRANSLATE_NOOP("MemberWords", "By the hour"));
    case PayKind::Month:
        return words(QT_TRANSLATE_NOOP("MemberWords", "By the month"));
    }
    Q_UNREACHABLE();
}

QStringList workLines(const MemberCard &card, const Desk &desk)
{
    const MemberTerms &terms = card.terms;
    QStringList lines;
    lines.append(words(QT_TRANSLATE_NOOP("MemberWords", "Hours: %1"))
                     .arg(terms.week ? terms.week->toText(desk.locale())
                                     : words(QT_TRANSLATE_NOOP("MemberWords", "as the shop"))));
    if (!terms.skills.isEmpty())
        lines.append(words(QT_TRANSLATE_NOOP("MemberWords", "Good at: %1"))
                         .arg(desk.locale().createSeparatedList(terms.skills)));
    if (card.showsPay && terms.pay) {
        QString pay = payKindWords(terms.pay->kind);
        if (terms.pay->amount)
            pay = words(QT_TRANSLATE_NOOP("MemberWords", "%1, %2")).arg(pay, desk.amount(*terms.pay->amount));
        lines.append(words(QT_TRANSLATE_NOOP("MemberWords", "Paid: %1")).arg(pay));
    }
    return lines;
}

} // namespace thimblely::ui
