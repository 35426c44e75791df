// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/invoices/country_invoice.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <ranges>
#include <utility>

namespace thimblely::invoices {

namespace {

//! From which total on the law of India wants a private buyer's address, in paise (rule 46 (f)).
constexpr qint64 namedBuyerFrom = 50'000'00;

struct State {
    QLatin1String code;
    QLatin1String name;
    bool ownLaw; //!< has a parliament and so an SGST; else UTGST
};

constexpr std::array states = {
    State{QLatin1String("01"), QLatin1String("Jammu and Kashmir"), true},
    State{QLatin1String("02"), QLatin1String("Himachal Pradesh"), true},
    State{QLatin1String("03"), QLatin1String("Punjab"), true},
    State{QLatin1String("04"), QLatin1String("Chandigarh"), false},
    State{QLatin1String("05"), QLatin1String("Uttarakhand"), true},
    State{QLatin1String("06"), QLatin1String("Haryana"), true},
    State{QLatin1String("07"), QLatin1String("Delhi"), true},
    State{QLatin1String("08"), QLatin1String("Rajasthan"), true},
    State{QLatin1String("09"), QLatin1String("Uttar Pradesh"), true},
    State{QLatin1String("10"), QLatin1String("Bihar"), true},
    State{QLatin1String("11"), QLatin1String("Sikkim"), true},
    State{QLatin1String("12"), QLatin1String("Arunachal Pradesh"), true},
    State{QLatin1String("13"), QLatin1String("Nagaland"), true},
    State{QLatin1String("14"), QLatin1String("Manipur"), true},
    State{QLatin1String("15"), QLatin1String("Mizoram"), true},
    State{QLatin1String("16"), QLatin1String("Tripura"), true},
    State{QLatin1String("17"), QLatin1String("Meghalaya"), true},
    State{QLatin1String("18"), QLatin1String("Assam"), true},
    State{QLatin1String("19"), QLatin1String("West Bengal"), true},
    State{QLatin1String("20"), QLatin1String("Jharkhand"), true},
    State{QLatin1String("21"), QLatin1String("Odisha"), true},
    State{QLatin1String("22"), QLatin1String("Chhattisgarh"), true},
    State{QLatin1String("23"), QLatin1String("Madhya Pradesh"), true},
    State{QLatin1String("24"), QLatin1String("Gujarat"), true},
    State{QLatin1String("26"), QLatin1String("Dadra and Nagar Haveli and Daman and Diu"), false},
    State{QLatin1String("27"), QLatin1String("Maharashtra"), true},
    State{QLatin1String("29"), QLatin1String("Karnataka"), true},
    State{QLatin1String("30"), QLatin1String("Goa"), true},
    State{QLatin1String("31"), QLatin1String("Lakshadweep"), false},
    State{QLatin1String("32"), QLatin1String("Kerala"), true},
    State{QLatin1String("33"), QLatin1String("Tamil Nadu"), true},
    State{QLatin1String("34"), QLatin1String("Puducherry"), true},
    State{QLatin1String("35"), QLatin1String("Andaman and Nicobar Islands"), false},
    State{QLatin1String("36"), QLatin1String("Telangana"), true},
    State{QLatin1String("37"), QLatin1String("Andhra Pradesh"), true},
    State{QLatin1String("38"), QLatin1String("Ladakh"), false},
    State{QLatin1String("97"), QLatin1String("Other Territory"), false},
};

const State *stateOf(QStringView code)
{
    const auto state = std::ranges::find_if(states, [&](const State &each) { return each.code == code; });
    return state == states.end() ? nullptr : &*state;
}

QString number(const Party &party)
{
    return party.taxId.simplified().remove(u' ').toUpper();
}

//! The tax number of a person who is not registered for GST.
bool isPan(const QString &text)
{
    static const QRegularExpression pan(QStringLiteral("^[A-Z]{5}[0-9]{4}[A-Z]$"));
    return pan.match(text).hasMatch();
}

Result<CountryInvoice> indian(const Party &seller, const Party &buyer, const std::vector<InvoiceLine> &lines,
                              const Money &total)
{
    const QString own = number(seller);
    const QString theirs = number(buyer);
    const auto refuse = [](const char *code, QStringList args = {}) {
        return Error{ErrorKind::Invalid, code, std::move(args), {}};
    };
    if (own.isEmpty() || isPan(own)) {
        if (std::ranges::any_of(lines, [](const InvoiceLine &line) { return !line.tax.isZero(); }))
            return refuse("invoice.tax_unregistered");
        return CountryInvoice{InvoiceForm::BillOfSupply, {}};
    }
    if (!isGstin(own))
        return refuse("invoice.bad_gstin", {seller.name, seller.taxId});
    if (seller.address.isEmpty())
        return refuse("invoice.no_shop_address");
    const bool registered = !theirs.isEmpty() && !isPan(theirs);
    if (registered && !isGstin(theirs))
        return refuse("invoice.bad_gstin", {buyer.name, buyer.taxId});
    if (buyer.address.isEmpty() && (registered || total.minor() >= namedBuyerFrom))
        return refuse("invoice.no_buyer_address", {buyer.name});
    if (registered) {
        for (const InvoiceLine &line : lines) {
            if (line.taxCode.isEmpty())
                return refuse("invoice.no_tax_code", {line.text});
        }
    }
    return CountryInvoice{InvoiceForm::TaxInvoice, (registered ? theirs : own).left(2)};
}

} // namespace

Result<CountryInvoice> countryInvoiceOf(const Party &seller, const Party &buyer, const std::vector<InvoiceLine> &lines,
                                        const Money &total)
{
    if (seller.country == QLatin1String("IN"))
        return indian(seller, buyer, lines, total);
    return CountryInvoice();
}

Result<std::vector<NamedTax>> namedTaxes(const InvoiceDocument &document)
{
    std::vector<NamedTax> named;
    const QString seller = number(document.from).left(2);
    for (const TaxLine &tax : document.taxes) {
        if (tax.rate == Rate(0) && tax.tax.isZero())
            continue;
        if (document.placeOfSupply.isEmpty()) {
            named.push_back({{}, tax.rate, tax.tax, tax.net});
        } else if (document.placeOfSupply != seller) {
            named.push_back({QStringLiteral("IGST"), tax.rate, tax.tax, tax.net});
        } else {
            const State *state = stateOf(seller);
            const Rate half(tax.rate.millionths() / 2);
            const Money centre(tax.tax.minor() / 2, tax.tax.currency());
            // Both are the same (orders::taxOn), but for an odd paisa of what was issued before they were.
            TRY_ASSIGN(const Money rest, tax.tax.minus(centre));
            named.push_back({QStringLiteral("CGST"), half, centre, tax.net});
            named.push_back(
                {state && !state->ownLaw ? QStringLiteral("UTGST") : QStringLiteral("SGST"), half, rest, {}});
        }
    }
    return named;
}

QString legalMention(const InvoiceDocument &document)
{
    const bool exempt = document.from.country == QLatin1String("FR") && document.from.taxId.isEmpty() &&
                        document.tax.isZero() && document.kind != InvoiceKind::Receipt;
    return exempt ? QStringLiteral("TVA non applicable, art. 293 B du CGI") : QString();
}

bool wantsStamp(const InvoiceDocument &document)
{
    return document.from.country == QLatin1String("KE") && document.kind != InvoiceKind::Receipt;
}

QString indianState(QStringView code)
{
    const State *state = stateOf(code);
    return state ? QString(state->name) : QString();
}

bool isGstin(QStringView text)
{
    static const QRegularExpression shape(QStringLiteral("^[0-9]{2}[A-Z]{5}[0-9]{4}[A-Z][1-9A-Z]Z[0-9A-Z]$"));
    if (!shape.match(text.toString()).hasMatch() || !stateOf(text.left(2)))
        return false;
    const auto value = [](QChar letter) {
        return letter.isDigit() ? letter.digitValue() : letter.unicode() - u'A' + 10;
    };
    constexpr int base = 36;
    int sum = 0;
    for (int i = 0; i < 14; ++i) {
        const int product = value(text[i]) * (i % 2 == 0 ? 1 : 2);
        sum += product / base + product % base;
    }
    return value(text[14]) == (base - sum % base) % base;
}

} // namespace thimblely::invoices
