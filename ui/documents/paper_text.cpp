// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/documents/paper_text.h"

#include <QTimeZone>

namespace thimblely::ui {

namespace {

const QString hidden = QStringLiteral("\u2022\u2022\u2022\u2022");

} // namespace

QString PaperText::amount(const Money &money) const
{
    return m_paper.moneyHidden ? hidden : money.toText(m_paper.locale);
}

QString PaperText::figure(const Money &money) const
{
    return m_paper.moneyHidden ? hidden : money.toFigure(m_paper.locale);
}

QString PaperText::day(Date date) const
{
    return m_paper.locale.toString(date.toQDate(), QStringLiteral("d MMM yyyy"));
}

QString PaperText::promise(const std::optional<Date> &date, const std::optional<QTime> &time) const
{
    if (!date)
        return {};
    const QString words = m_paper.locale.toString(date->toQDate(), QStringLiteral("dddd d MMMM"));
    return time ? tr("%1, %2").arg(words, m_paper.locale.toString(*time, QLocale::ShortFormat)) : words;
}

QString PaperText::visit(Instant instant) const
{
    const QDateTime local = localOf(instant);
    const auto day = Date::fromQDate(local.date());
    return day ? promise(*day, local.time()) : QString();
}

QDateTime PaperText::localOf(Instant instant) const
{
    return QDateTime::fromMSecsSinceEpoch(instant.msecs(), QTimeZone(m_paper.calendar.zone()));
}

QString PaperText::moment(Instant instant) const
{
    const QDateTime local = localOf(instant);
    return m_paper.locale.toString(local.date(), QStringLiteral("d MMM yyyy")) + QStringLiteral(", ") +
           m_paper.locale.toString(local.time(), QLocale::ShortFormat);
}

QString PaperText::percent(Rate rate) const
{
    QString text = m_paper.locale.toString(double(rate.millionths()) / 10'000.0, 'f', 3);
    const QString point = m_paper.locale.decimalPoint();
    while (text.contains(point) && (text.endsWith(m_paper.locale.zeroDigit()) || text.endsWith(point)))
        text.chop(1);
    return tr("%1 %").arg(text);
}

QString PaperText::method(finance::PaymentMethod method) const
{
    switch (method) {
    case finance::PaymentMethod::Cash:
        return tr("Cash");
    case finance::PaymentMethod::Card:
        return tr("Card");
    case finance::PaymentMethod::Transfer:
        return tr("Transfer");
    case finance::PaymentMethod::MobileMoney:
        return tr("Mobile money");
    case finance::PaymentMethod::Credit:
        return tr("Credit");
    }
    Q_UNREACHABLE();
}

void PaperText::slipHead(Sheet &sheet, const invoices::Party &shop) const
{
    sheet.thread();
    sheet.space(3);
    sheet.text(shop.name, Face::Large, Side::Centre);
    sheet.text(shop.address, Face::Small, Side::Centre, Role::Muted);
    sheet.text(shop.phone, Face::Small, Side::Centre, Role::Muted);
    if (!shop.taxId.isEmpty())
        sheet.text(tr("Tax no. %1").arg(shop.taxId), Face::Small, Side::Centre, Role::Muted);
    sheet.space(3);
}

QString PaperText::facts(const invoices::Party &party)
{
    QStringList lines;
    for (const QString &line : {party.address, party.phone, party.email}) {
        if (!line.isEmpty())
            lines.append(line);
    }
    if (!party.taxId.isEmpty())
        lines.append(tr("Tax no. %1").arg(party.taxId));
    if (!party.registration.isEmpty())
        lines.append(tr("Registered %1").arg(party.registration));
    return lines.join(u'\n');
}

void PaperText::sheetHead(Sheet &sheet, const invoices::Party &shop, const QString &title, const QString &under) const
{
    sheet.thread();
    sheet.space(8);
    sheet.row({{0, 90, shop.name, Face::Large}, {90, 90, title, Face::Title, Side::Trailing}});
    sheet.row(
        {{0, 90, facts(shop), Face::Small, Side::Leading, Role::Muted}, {90, 90, under, Face::Large, Side::Trailing}});
    sheet.space(8);
}

void PaperText::pair(Sheet &sheet, const QString &name, const QString &figure, Face face) const
{
    const double end = sheet.width() * 0.4;
    sheet.row({{0, sheet.width() - end - 2, name, face}, {sheet.width() - end, end, figure, face, Side::Trailing}});
}

void PaperText::terms(Sheet &sheet, const QString &text) const
{
    if (text.isEmpty())
        return;
    sheet.space(2);
    sheet.text(text, Face::Small, Side::Leading, Role::Muted);
}

} // namespace thimblely::ui
