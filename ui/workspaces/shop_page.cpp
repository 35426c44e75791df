// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/workspaces/shop_page.h"

#include "core/orders/piece.h"
#include "core/workspaces/countries.h"
#include "core/workspaces/sale_terms.h"
#include "core/workspaces/shop_service.h"
#include "ui/desk/desk.h"
#include "ui/desk/share_text.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/field_edit.h"
#include "ui/widgets/label.h"
#include "ui/widgets/pane.h"
#include "ui/widgets/section_head.h"
#include "ui/widgets/segmented.h"
#include "ui/workspaces/hours_section.h"
#include "ui/workspaces/places_section.h"
#include "ui/workspaces/tax_codes.h"

#include <QCheckBox>
#include <QLineEdit>
#include <QRegularExpression>

#include <array>

namespace thimblely::ui {

namespace {

constexpr int formWidth = 720;
constexpr std::array inchParts = {8, 4}; // by segment

} // namespace

ShopPage::ShopPage(Desk &desk, QWidget *parent)
    : FormPage(desk, formWidth, tr("The shop"), FormArea::Stands::AtTheTop, parent)
{
    build();
}

void ShopPage::build()
{
    addPapers();
    addReceipts();
    addMoney();
    m_hours = new HoursSection(desk(), form());
    rows()->addWidget(m_hours);
    addTax();
    m_places = new PlacesSection(desk(), form());
    rows()->addWidget(m_places);
    auto *people = new FlatButton(tr("People and PINs…"), form());
    auto *import = desk().principal().can(access::Capability::DataImport)
                       ? new FlatButton(tr("Bring in an old book…"), form())
                       : nullptr;
    auto *buttons = addFoot(tr("Save"), tr("Ctrl+S"));
    buttons->insertWidget(0, people);
    if (import) {
        buttons->insertWidget(1, import);
        connect(import, &QAbstractButton::clicked, this, &ShopPage::importRequested);
    }
    connect(people, &QAbstractButton::clicked, this, &ShopPage::peopleRequested);
    connect(primary(), &QAbstractButton::clicked, this, &ShopPage::save);
}

void ShopPage::addPapers()
{
    rows()->addWidget(new SectionHead(tr("On its papers"), form()));
    m_name = new FieldEdit(tr("Name of the shop"), form());
    m_legalName = new FieldEdit(tr("Legal name"), form());
    m_taxId = new FieldEdit(tr("Tax number"), form());
    m_registration = new FieldEdit(tr("Registration number"), form());
    m_address = new FieldEdit(tr("Address"), form());
    m_phone = new FieldEdit(tr("Phone"), form());
    m_email = new FieldEdit(tr("E-mail"), form());
    m_terms = new FieldEdit(tr("Terms at the foot of claim checks and receipts"), form());
    area().addPair(m_name, m_legalName);
    area().addPair(m_taxId, m_registration);
    rows()->addWidget(m_address);
    area().addPair(m_phone, m_email);
    rows()->addWidget(m_terms);
}

void ShopPage::addReceipts()
{
    rows()->addWidget(new SectionHead(tr("Receipts"), form()));
    m_receipts = new Segmented(tr("Who makes the receipts"), form());
    for (const QString &words : {tr("This program"), tr("My own fiscal till"), tr("Nobody has to")}) // as ReceiptMode
        m_receipts->addSegment(words);
    rows()->addWidget(m_receipts);
    auto *words =
        new Label(TextStyle::Caption, Role::Muted,
                  tr("With your own till, the number on its receipt is asked for at each payment. This program"
                     " is not certified for any country: ask your accountant which one the law wants. What it knows"
                     " of each country's law was last checked on %1, in papers of others.")
                      .arg(desk().locale().toString(countryRulesCheckedOn().toQDate(), QLocale::LongFormat)),
                  form());
    words->setWordWrap(true);
    rows()->addWidget(words);
}

void ShopPage::addMoney()
{
    rows()->addWidget(new SectionHead(tr("At the counter"), form()));
    m_deposit = new FieldEdit(tr("Deposit for what is made"), form());
    m_rush = new FieldEdit(tr("For rush"), form());
    m_rush->setHint(tr("an amount or “20 %”"));
    area().addPair(m_deposit, m_rush);
    m_remind = new FieldEdit(tr("Days after which what is ready is asked for again"), form());
    m_remind->edit()->setPlaceholderText(tr("never"));
    m_remind->setHint(tr("“7, 30, 90”"));
    rows()->addWidget(m_remind);
    m_askSeller = new QCheckBox(tr("Ask at each sale who is selling"), form());
    m_askSeller->setToolTip(tr("It stands on the order and on the receipt"));
    rows()->addWidget(m_askSeller);
    auto *parts = new QWidget(form());
    auto *box = column(parts, 8, {0, 0, 0, 0});
    box->addWidget(
        new Label(TextStyle::CaptionStrong, Role::Muted, tr("The second figure of “38 2” inches counts"), parts));
    m_inchParts = new Segmented(tr("The second figure of “38 2” inches counts"), parts);
    for (const int part : inchParts)
        m_inchParts->addSegment(part == 8 ? tr("eighths") : tr("quarters"));
    box->addWidget(m_inchParts);
    rows()->addWidget(parts);
}

void ShopPage::addTax()
{
    using orders::PieceKind;
    rows()->addWidget(new SectionHead(tr("Tax"), form()));
    m_taxName = new FieldEdit(tr("Its name; empty where the shop charges none"), form());
    m_taxRate = new FieldEdit(tr("Rate"), form());
    area().addPair(m_taxName, m_taxRate);
    m_inclusive = new QCheckBox(tr("Prices include it"), form());
    rows()->addWidget(m_inclusive);
    const std::pair<PieceKind, QString> kinds[] = {{PieceKind::Make, tr("Making")},
                                                   {PieceKind::Alteration, tr("Alterations")},
                                                   {PieceKind::ReadyMade, tr("Ready-made")},
                                                   {PieceKind::Fabric, tr("Cloth")},
                                                   {PieceKind::Service, tr("Services")}};
    auto *line = row(nullptr, 16);
    std::vector<std::pair<QByteArray, QString>> named;
    for (const auto &[kind, name] : kinds) {
        named.emplace_back(orders::toCode(kind), name);
        auto *field = new FieldEdit(name, form());
        field->edit()->setPlaceholderText(tr("the same"));
        m_kinds.emplace_back(orders::toCode(kind), field);
        line->addWidget(field, 1, Qt::AlignTop);
    }
    rows()->addLayout(line);
    m_codes = new TaxCodes(named, form());
    rows()->addWidget(m_codes);
}

void ShopPage::arrive()
{
    const auto profile = WorkspaceService(desk().session(), desk().door()).load();
    primary()->setEnabled(profile.ok() && !isBusy());
    if (!profile)
        return desk().notices().fail(profile.error()); // what is shown stays
    fill(*profile);
    fillSeller();
    m_hours->load();
    m_places->load();
    beginTyping();
    m_name->edit()->setFocus(Qt::OtherFocusReason);
}

void ShopPage::fill(const WorkspaceProfile &profile)
{
    m_profile = profile;
    const QLocale &locale = desk().locale();
    clearProblem();
    const std::pair<FieldEdit *, QString> texts[] = {
        {m_name, profile.name},       {m_legalName, profile.legalName},
        {m_taxId, profile.taxId},     {m_registration, profile.registrationNo},
        {m_address, profile.address}, {m_phone, profile.phone},
        {m_email, profile.email},     {m_terms, profile.receiptTerms},
        {m_taxName, profile.tax.name}};
    for (const auto &[field, text] : texts)
        field->setText(text);
    m_deposit->setText(shareText(Rate::percent(profile.depositPercent), locale));
    m_rush->setText(profile.rush.share    ? shareText(*profile.rush.share, locale)
                    : profile.rush.amount ? figureText(*profile.rush.amount, locale)
                                          : QString());
    QStringList days;
    for (const int day : profile.remindDays)
        days.append(locale.toString(day));
    m_remind->setText(days.join(QStringLiteral(", ")));
    m_receipts->setCurrentIndex(int(profile.receipts));
    m_inchParts->setCurrentIndex(profile.inchParts == inchParts[1] ? 1 : 0);
    m_taxRate->setText(shareText(profile.tax.rate, locale));
    m_inclusive->setChecked(profile.tax.pricesIncludeTax);
    m_codes->fill(profile.tax, profile.countryCode);
    for (const auto &[kind, field] : m_kinds) {
        const auto own = profile.tax.byKind.find(kind);
        field->setText(own == profile.tax.byKind.end() ? QString() : shareText(own->second, locale));
    }
}

std::optional<Rate> ShopPage::rateIn(FieldEdit *field)
{
    field->clearError();
    const QString text = field->text().trimmed();
    if (text.isEmpty())
        return std::nullopt;
    const auto asTyped = shareOf(text, desk().locale());
    const Result<Rate> rate = asTyped ? *asTyped : *shareOf(text + u'%', desk().locale());
    if (rate)
        return *rate;
    field->setError(desk().sentence(rate.error()));
    m_readable = false;
    return std::nullopt;
}

std::vector<int> ShopPage::daysIn(FieldEdit *field)
{
    field->clearError();
    std::vector<int> days;
    bool ok = true;
    static const QRegularExpression between(QStringLiteral("[\\s,;،]+"));
    for (const QString &word : field->text().split(between, Qt::SkipEmptyParts)) {
        bool isNumber = false;
        days.push_back(desk().locale().toInt(word, &isNumber));
        ok = ok && isNumber;
    }
    if (ok && areRemindDays(days))
        return days;
    field->setError(desk().sentence({ErrorKind::Invalid, "workspace.bad_remind_days", {}, {}}));
    m_readable = false;
    return {};
}

std::optional<RushTerms> ShopPage::rushIn(FieldEdit *field)
{
    field->clearError();
    const QString text = field->text().trimmed();
    if (text.isEmpty())
        return RushTerms();
    if (const auto share = shareOf(text, desk().locale())) {
        if (*share)
            return RushTerms{**share, {}};
        field->setError(desk().sentence(share->error()));
    } else if (const auto amount = Money::parse(text, m_profile->currency, desk().locale());
               amount && !amount->isNegative()) {
        return RushTerms{{}, *amount};
    } else {
        field->setError(
            desk().sentence(amount ? Error{ErrorKind::Invalid, "money.malformed", {text}, {}} : amount.error()));
    }
    m_readable = false;
    return std::nullopt;
}

//! Nothing where a field cannot be read; it has said so, and the first of them has the keyboard.
std::optional<WorkspaceProfile> ShopPage::typed()
{
    m_readable = true;
    WorkspaceProfile profile = *m_profile;
    profile.name = m_name->text().trimmed();
    profile.legalName = m_legalName->text().trimmed();
    profile.taxId = m_taxId->text().trimmed();
    profile.registrationNo = m_registration->text().trimmed();
    profile.address = m_address->text().trimmed();
    profile.phone = m_phone->text().trimmed();
    profile.email = m_email->text().trimmed();
    profile.receiptTerms = m_terms->text().trimmed();
    profile.receipts = ReceiptMode(std::max(0, m_receipts->currentIndex()));
    profile.tax.name = m_taxName->text().trimmed();
    profile.tax.pricesIncludeTax = m_inclusive->isChecked();
    profile.inchParts = inchParts.at(size_t(std::max(0, m_inchParts->currentIndex())));
    const qint64 deposit = rateIn(m_deposit).value_or(Rate(0)).millionths();
    profile.depositPercent = int(deposit / Rate::percent(1).millionths());
    if (deposit % Rate::percent(1).millionths() != 0) { // kept in whole ones; a part of one would go without a word
        m_deposit->setError(tr("A deposit is a whole share, such as 30 %."));
        m_readable = false;
    }
    profile.remindDays = daysIn(m_remind);
    profile.rush = rushIn(m_rush).value_or(RushTerms());
    profile.tax.rate = rateIn(m_taxRate).value_or(Rate(0));
    profile.tax.byKind.clear();
    for (const auto &[kind, field] : m_kinds) {
        if (const auto rate = rateIn(field))
            profile.tax.byKind.emplace(kind, *rate);
    }
    m_codes->take(profile.tax);
    const bool hours = m_hours->read(m_readable);
    const bool places = m_places->read();
    if (m_readable && hours && places)
        return profile;
    for (FieldEdit *field : form()->findChildren<FieldEdit *>()) {
        if (field->hasError()) {
            field->edit()->setFocus(Qt::OtherFocusReason);
            break;
        }
    }
    return std::nullopt;
}

bool ShopPage::handle(ActionId id)
{
    if (id != ActionId::Save)
        return false;
    save();
    return true;
}

void ShopPage::save()
{
    if (isBusy() || !m_profile)
        return;
    clearProblem();
    const auto profile = typed();
    if (!profile)
        return;
    const auto asksSeller = m_askSeller->isEnabled() ? std::optional(m_askSeller->isChecked()) : std::nullopt;
    const ShopFacts facts{*profile, m_hours->changed(), asksSeller, m_places->changed()};
    write([this, facts] { return ShopService(desk().door()).save(facts); },
          [this, profile = *profile] {
              fill(profile);
              m_hours->noteKept();
              m_places->noteKept();
              beginTyping();
          });
}

void ShopPage::fillSeller()
{
    const auto asks = WorkspaceService(desk().session(), desk().door()).setting(QString::fromLatin1(askSellerKey));
    m_askSeller->setEnabled(asks.ok());
    m_askSeller->setChecked(asks && *asks && (*asks)->toBool());
    if (!asks)
        desk().notices().fail(asks.error());
}

} // namespace thimblely::ui
