// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/workspaces/shop_page.h"

#include "core/orders/piece.h"
#include "core/workspaces/countries.h"
#include "core/workspaces/sale_terms.h"
#include "ui/desk/desk.h"
#include "ui/desk/share_text.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/field_edit.h"
#include "ui/widgets/form_area.h"
#include "ui/widgets/label.h"
#include "ui/widgets/pane.h"
#include "ui/widgets/section_head.h"
#include "ui/widgets/segmented.h"
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

ShopPage::ShopPage(Desk &desk, QWidget *parent) : Page(parent), m_desk(desk)
{
    build();
}

void ShopPage::build()
{
    auto *area = new FormArea(formWidth, title(), FormArea::Stands::AtTheTop, this);
    m_form = area->form();
    QVBoxLayout *rows = area->rows();
    addPapers(*area);
    addReceipts(*area);
    addMoney(*area);
    addTax(*area);
    m_problem = new Label(TextStyle::Body, Role::Late, {}, m_form);
    m_problem->setWordWrap(true);
    m_problem->hide();
    rows->addWidget(m_problem);
    m_save = new PrimaryButton(tr("Save"), m_form);
    m_save->setCaption(tr("Ctrl+S"));
    auto *buttons = row(nullptr, 12);
    auto *people = new FlatButton(tr("People and PINs…"), m_form);
    connect(people, &QAbstractButton::clicked, this, &ShopPage::peopleRequested);
    buttons->addWidget(people);
    if (m_desk.principal().can(access::Capability::DataImport)) {
        auto *import = new FlatButton(tr("Bring in an old book…"), m_form);
        buttons->addWidget(import);
        connect(import, &QAbstractButton::clicked, this, &ShopPage::importRequested);
    }
    buttons->addStretch(1);
    buttons->addWidget(m_save);
    rows->addLayout(buttons);
    column(this, 0)->addWidget(area);
    connect(m_save, &QAbstractButton::clicked, this, &ShopPage::save);
}

void ShopPage::addPapers(FormArea &area)
{
    area.rows()->addWidget(new SectionHead(tr("On its papers"), m_form));
    m_name = new FieldEdit(tr("Name of the shop"), m_form);
    m_legalName = new FieldEdit(tr("Legal name"), m_form);
    m_taxId = new FieldEdit(tr("Tax number"), m_form);
    m_registration = new FieldEdit(tr("Registration number"), m_form);
    m_address = new FieldEdit(tr("Address"), m_form);
    m_phone = new FieldEdit(tr("Phone"), m_form);
    m_email = new FieldEdit(tr("E-mail"), m_form);
    m_terms = new FieldEdit(tr("Terms at the foot of claim checks and receipts"), m_form);
    area.addPair(m_name, m_legalName);
    area.addPair(m_taxId, m_registration);
    area.rows()->addWidget(m_address);
    area.addPair(m_phone, m_email);
    area.rows()->addWidget(m_terms);
}

void ShopPage::addReceipts(FormArea &area)
{
    area.rows()->addWidget(new SectionHead(tr("Receipts"), m_form));
    m_receipts = new Segmented(tr("Who makes the receipts"), m_form);
    for (const QString &words : {tr("This program"), tr("My own fiscal till"), tr("Nobody has to")}) // as ReceiptMode
        m_receipts->addSegment(words);
    area.rows()->addWidget(m_receipts);
    auto *words =
        new Label(TextStyle::Caption, Role::Muted,
                  tr("With your own till, the number on its receipt is asked for at each payment. This program"
                     " is not certified for any country: ask your accountant which one the law wants. What it knows"
                     " of each country's law was last checked on %1, in papers of others.")
                      .arg(m_desk.locale().toString(countryRulesCheckedOn().toQDate(), QLocale::LongFormat)),
                  m_form);
    words->setWordWrap(true);
    area.rows()->addWidget(words);
}

void ShopPage::addMoney(FormArea &area)
{
    area.rows()->addWidget(new SectionHead(tr("At the counter"), m_form));
    m_deposit = new FieldEdit(tr("Deposit for what is made"), m_form);
    m_rush = new FieldEdit(tr("For rush"), m_form);
    m_rush->setHint(tr("an amount or “20 %”"));
    area.addPair(m_deposit, m_rush);
    m_remind = new FieldEdit(tr("Days after which what is ready is asked for again"), m_form);
    m_remind->edit()->setPlaceholderText(tr("never"));
    m_remind->setHint(tr("“7, 30, 90”"));
    area.rows()->addWidget(m_remind);
    m_askSeller = new QCheckBox(tr("Ask at each sale who is selling"), m_form);
    m_askSeller->setToolTip(tr("It stands on the order and on the receipt"));
    area.rows()->addWidget(m_askSeller);
    auto *parts = new QWidget(m_form);
    auto *box = column(parts, 8, {0, 0, 0, 0});
    box->addWidget(
        new Label(TextStyle::CaptionStrong, Role::Muted, tr("The second figure of “38 2” inches counts"), parts));
    m_inchParts = new Segmented(tr("The second figure of “38 2” inches counts"), parts);
    for (const int part : inchParts)
        m_inchParts->addSegment(part == 8 ? tr("eighths") : tr("quarters"));
    box->addWidget(m_inchParts);
    area.rows()->addWidget(parts);
}

void ShopPage::addTax(FormArea &area)
{
    using orders::PieceKind;
    area.rows()->addWidget(new SectionHead(tr("Tax"), m_form));
    m_taxName = new FieldEdit(tr("Its name; empty where the shop charges none"), m_form);
    m_taxRate = new FieldEdit(tr("Rate"), m_form);
    area.addPair(m_taxName, m_taxRate);
    m_inclusive = new QCheckBox(tr("Prices include it"), m_form);
    area.rows()->addWidget(m_inclusive);
    const std::pair<PieceKind, QString> kinds[] = {{PieceKind::Make, tr("Making")},
                                                   {PieceKind::Alteration, tr("Alterations")},
                                                   {PieceKind::ReadyMade, tr("Ready-made")},
                                                   {PieceKind::Fabric, tr("Cloth")},
                                                   {PieceKind::Service, tr("Services")}};
    auto *line = row(nullptr, 16);
    std::vector<std::pair<QByteArray, QString>> named;
    for (const auto &[kind, name] : kinds) {
        named.emplace_back(orders::toCode(kind), name);
        auto *field = new FieldEdit(name, m_form);
        field->edit()->setPlaceholderText(tr("the same"));
        m_kinds.emplace_back(orders::toCode(kind), field);
        line->addWidget(field, 1, Qt::AlignTop);
    }
    area.rows()->addLayout(line);
    m_codes = new TaxCodes(named, m_form);
    area.rows()->addWidget(m_codes);
}

void ShopPage::arrive()
{
    const auto profile = WorkspaceService(m_desk.session(), m_desk.door()).load();
    m_save->setEnabled(profile.ok());
    if (!profile)
        return m_desk.notices().fail(profile.error()); // what is shown stays
    fill(*profile);
    fillSeller();
    m_name->edit()->setFocus(Qt::OtherFocusReason);
}

void ShopPage::fill(const WorkspaceProfile &profile)
{
    m_profile = profile;
    const QLocale &locale = m_desk.locale();
    m_problem->hide();
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
    const auto asTyped = shareOf(text, m_desk.locale());
    const Result<Rate> rate = asTyped ? *asTyped : *shareOf(text + u'%', m_desk.locale());
    if (rate)
        return *rate;
    field->setError(m_desk.sentence(rate.error()));
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
        days.push_back(m_desk.locale().toInt(word, &isNumber));
        ok = ok && isNumber;
    }
    if (ok && areRemindDays(days))
        return days;
    field->setError(m_desk.sentence({ErrorKind::Invalid, "workspace.bad_remind_days", {}, {}}));
    m_readable = false;
    return {};
}

std::optional<RushTerms> ShopPage::rushIn(FieldEdit *field)
{
    field->clearError();
    const QString text = field->text().trimmed();
    if (text.isEmpty())
        return RushTerms();
    if (const auto share = shareOf(text, m_desk.locale())) {
        if (*share)
            return RushTerms{**share, {}};
        field->setError(m_desk.sentence(share->error()));
    } else if (const auto amount = Money::parse(text, m_profile->currency, m_desk.locale());
               amount && !amount->isNegative()) {
        return RushTerms{{}, *amount};
    } else {
        field->setError(
            m_desk.sentence(amount ? Error{ErrorKind::Invalid, "money.malformed", {text}, {}} : amount.error()));
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
    if (m_readable)
        return profile;
    for (FieldEdit *field : m_form->findChildren<FieldEdit *>()) {
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
    if (m_busy || !m_profile)
        return;
    m_problem->hide();
    const auto profile = typed();
    if (!profile)
        return;
    setBusy(true);
    m_desk.when(
        WorkspaceService(m_desk.session(), m_desk.door()).update(*profile), this,
        [this, profile = *profile] { saved(profile); },
        [this](const Error &error) {
            setBusy(false);
            m_problem->setText(QStringLiteral("\u25b2 ") + m_desk.sentence(error));
            m_problem->show();
        });
}

void ShopPage::fillSeller()
{
    const auto asks = WorkspaceService(m_desk.session(), m_desk.door()).setting(QString::fromLatin1(askSellerKey));
    m_askSeller->setEnabled(asks.ok());
    m_askSeller->setChecked(asks && *asks && (*asks)->toBool());
    if (!asks)
        m_desk.notices().fail(asks.error());
}

//! A setting that merges by itself, and so is a write of its own.
void ShopPage::saved(const WorkspaceProfile &profile)
{
    fill(profile);
    const bool asks = m_askSeller->isChecked();
    const auto before = WorkspaceService(m_desk.session(), m_desk.door()).setting(QString::fromLatin1(askSellerKey));
    if (before && (*before && (*before)->toBool()) == asks)
        return setBusy(false);
    m_desk.when(
        WorkspaceService(m_desk.session(), m_desk.door()).setSetting(QString::fromLatin1(askSellerKey), asks), this,
        [this] { setBusy(false); },
        [this](const Error &) {
            setBusy(false);
            fillSeller();
        });
}

void ShopPage::setBusy(bool busy)
{
    m_busy = busy;
    m_save->setEnabled(!busy);
}

} // namespace thimblely::ui
