// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/accounts/member_form.h"

#include "ui/accounts/member_words.h"
#include "ui/accounts/namesake_words.h"
#include "ui/accounts/rights_editor.h"
#include "ui/accounts/rights_view.h"
#include "ui/accounts/rights_words.h"
#include "ui/desk/desk.h"
#include "ui/desk/isolated.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/field_edit.h"
#include "ui/widgets/label.h"
#include "ui/widgets/money_edit.h"
#include "ui/widgets/pane.h"
#include "ui/widgets/segmented.h"

#include <algorithm>
#include <array>

namespace thimblely::ui {

using access::Job;
using MemberRole = access::Role; // Role is the theme's

namespace {

struct Preset {
    Job job;
    const char *title; //!< as the column holds it
};
constexpr std::array presets = {Preset{Job::Counter, "counter"}, Preset{Job::Cutter, "cutter"},
                                Preset{Job::Stitcher, "stitcher"}, Preset{Job::Finisher, "finisher"}};

constexpr std::array givenRoles = {MemberRole::Member, MemberRole::Admin, MemberRole::Viewer};
constexpr std::array payKinds = {PayKind::Piece, PayKind::Hour, PayKind::Month};

QStringList listIn(const QString &text)
{
    QStringList list;
    const QStringList parts = text.split(u',');
    for (const QString &part : parts) {
        if (!part.simplified().isEmpty())
            list.append(part.simplified());
    }
    return list;
}

} // namespace

MemberForm::MemberForm(Desk &desk, QWidget *parent)
    : EntryForm(desk, {}, tr("Save"), parent), m_name(addText(tr("Name"))), m_rightsPart(new QWidget(body())),
      m_role(new Segmented(tr("Role"), m_rightsPart)), m_preset(new Segmented(tr("Job"), m_rightsPart)),
      m_title(new FieldEdit(tr("What they do, in your words"), m_rightsPart)),
      m_single(new FlatButton(tr("Single rights…"), m_rightsPart)),
      m_editor(new RightsEditor(desk.principal().capabilities, m_rightsPart)),
      m_view(new RightsView(desk.locale(), m_rightsPart)),
      m_discount(new FieldEdit(tr("May give off by themselves, per cent"), m_rightsPart)), m_refund(nullptr),
      m_skills(nullptr), m_hours(nullptr), m_payPart(new QWidget(body())), m_pay(new Segmented(tr("Pay"), m_payPart)),
      m_amount(nullptr)
{
    buildRights();
    buildLimits();
    rows()->addWidget(m_rightsPart);
    buildWork();
    rows()->addStretch(1);
    endWith(m_name);
    connect(m_name->edit(), &QLineEdit::textChanged, this, &MemberForm::sayTaken);
    connect(m_role, &Segmented::currentIndexChanged, this, &MemberForm::follow);
    connect(m_preset, &Segmented::currentIndexChanged, this, &MemberForm::follow);
    connect(m_title, &FieldEdit::edited, this, &MemberForm::follow);
    connect(m_single, &QAbstractButton::toggled, m_editor, &QWidget::setVisible);
    connect(m_editor, &RightsEditor::changed, this, [this] {
        clearProblem();
        if (const auto terms = typed(false))
            m_view->showTerms(*terms);
    });
}

void MemberForm::buildRights()
{
    column(m_rightsPart, 12);
    for (const MemberRole role : givenRoles) {
        if (!access::mayAssignRole(desk().principal().role, role))
            continue;
        m_role->addSegment(roleWords(role));
        m_roles.push_back(role);
    }
    for (const Preset &preset : presets)
        m_preset->addSegment(workWords(MemberRole::Member, QString::fromLatin1(preset.title)));
    m_preset->addSegment(tr("Other"));
    m_single->setCheckable(true);
    m_editor->hide();
    addCaption(tr("Role"), m_role);
    addCaption(tr("Job"), m_preset);
    m_rightsPart->layout()->addWidget(m_title);
    m_rightsPart->layout()->addWidget(new Label(TextStyle::CaptionStrong, Role::Muted, tr("May do"), m_rightsPart));
    m_rightsPart->layout()->addWidget(m_view);
    auto *single = row(nullptr, 0);
    single->addWidget(m_single);
    single->addStretch(1);
    static_cast<QVBoxLayout *>(m_rightsPart->layout())->addLayout(single);
    m_rightsPart->layout()->addWidget(m_editor);
}

void MemberForm::addCaption(const QString &words, QWidget *choice)
{
    auto *box = column(nullptr, 8);
    box->addWidget(new Label(TextStyle::CaptionStrong, Role::Muted, words, choice->parentWidget()));
    box->addWidget(choice);
    static_cast<QVBoxLayout *>(choice->parentWidget()->layout())->addLayout(box);
}

void MemberForm::buildLimits()
{
    m_refundEdit = new MoneyEdit(desk().profile().currency, m_rightsPart);
    m_refundEdit->setLocale(desk().locale());
    m_refund = new FieldEdit(tr("May give back by themselves, a day"), m_refundEdit, m_rightsPart);
    m_refund->setHint(desk().profile().currency.code());
    auto *pair = row(nullptr, 12);
    for (FieldEdit *field : {m_discount, m_refund}) {
        pair->addWidget(field, 1, Qt::AlignTop);
        endWith(field);
        connect(field, &FieldEdit::edited, this, &MemberForm::clearProblem);
    }
    static_cast<QVBoxLayout *>(m_rightsPart->layout())->addLayout(pair);
}

void MemberForm::buildWork()
{
    m_skills = addText(tr("Good at"));
    m_skills->setHint(tr("with commas between"));
    m_hours = addText(tr("Hours"));
    m_hours->edit()->setPlaceholderText(tr("as the shop"));
    for (FieldEdit *field : {m_skills, m_hours})
        endWith(field);
    column(m_payPart, 12);
    m_pay->addSegment(tr("Not said"));
    for (const PayKind kind : payKinds)
        m_pay->addSegment(payKindWords(kind));
    addCaption(tr("Pay"), m_pay);
    m_amountEdit = new MoneyEdit(desk().profile().currency, m_payPart);
    m_amountEdit->setLocale(desk().locale());
    m_amount = new FieldEdit(tr("How much"), m_amountEdit, m_payPart);
    m_amount->setHint(desk().profile().currency.code());
    m_payPart->layout()->addWidget(m_amount);
    endWith(m_amount);
    rows()->addWidget(m_payPart);
    connect(m_pay, &Segmented::currentIndexChanged, this, &MemberForm::showFields);
}

MemberRole MemberForm::role() const
{
    const int index = m_role->currentIndex();
    return index >= 0 && size_t(index) < m_roles.size() ? m_roles[size_t(index)] : m_card->terms.role;
}

QString MemberForm::jobTitle() const
{
    const int index = m_preset->currentIndex();
    if (index >= 0 && size_t(index) < presets.size())
        return QString::fromLatin1(presets[size_t(index)].title);
    return m_title->text().simplified();
}

void MemberForm::begin(const MemberCard &card)
{
    const MemberService service(desk().session(), desk().door());
    m_card = card;
    auto team = TeamService(desk().session(), desk().door()).members();
    m_team = team ? std::move(*team) : std::vector<TeamMember>(); // else it is looked at when it is kept
    m_setsRights = service.reach(card) == CardReach::All;
    setTitle(isolated(card.terms.name));
    setWords(m_setsRights ? QString() : tr("Role, rights, limits and pay are set by somebody else."));
    fill(card.terms);
    beginTyping(card.id.toString(), tr("Card of %1").arg(card.terms.name));
    follow();
}

void MemberForm::fill(const MemberTerms &terms)
{
    for (FieldEdit *field : {m_name, m_title, m_discount, m_refund, m_skills, m_hours, m_amount})
        field->clearError();
    clearProblem();
    m_name->setText(terms.name);
    const auto role = std::ranges::find(m_roles, terms.role);
    m_role->setCurrentIndex(role == m_roles.end() ? 0 : int(role - m_roles.begin()));
    const auto preset = std::ranges::find(presets, terms.job(), &Preset::job);
    m_preset->setCurrentIndex(int(preset - presets.begin())); // the last one: other
    m_title->setText(terms.job() == Job::None ? terms.jobTitle : QString());
    m_editor->setGiven(terms.given());
    m_editor->setPermissions(terms.permissions);
    m_single->setChecked(false);
    m_discount->setText(terms.discountLimitBp ? percentText(*terms.discountLimitBp, desk().locale()) : QString());
    const auto put = [](MoneyEdit *edit, const std::optional<Money> &amount) {
        if (amount)
            edit->setValue(*amount);
        else
            edit->clear();
    };
    put(m_refundEdit, terms.refundLimit);
    m_skills->setText(terms.skills.join(QStringLiteral(", ")));
    m_hours->setText(terms.week ? terms.week->toText(desk().locale()) : QString());
    const auto kind = terms.pay ? std::ranges::find(payKinds, terms.pay->kind) : payKinds.end();
    m_pay->setCurrentIndex(kind == payKinds.end() ? 0 : 1 + int(kind - payKinds.begin()));
    put(m_amountEdit, terms.pay ? terms.pay->amount : std::nullopt);
    showFields();
}

//! What they are called already they may stay.
void MemberForm::sayTaken()
{
    const bool changed = m_card && m_name->text().simplified() != m_card->terms.name;
    m_name->setError(changed ? takenNameSentence(m_name->text(), m_team, desk(), m_card->id) : QString());
}

void MemberForm::showFields()
{
    m_rightsPart->setVisible(m_setsRights);
    m_title->setVisible(m_preset->currentIndex() == int(presets.size()));
    const bool isOwner = m_card && m_card->terms.role == MemberRole::Owner;
    m_payPart->setVisible(m_card && m_card->showsPay && (m_setsRights || isOwner));
    m_amount->setVisible(m_pay->currentIndex() > 0);
}

//! The role gives other rights now: what was not set by itself follows.
void MemberForm::follow()
{
    if (!m_card)
        return;
    showFields();
    MemberTerms terms = m_card->terms;
    terms.role = role();
    terms.jobTitle = jobTitle();
    m_editor->setGiven(terms.given());
}

bool MemberForm::readLimits(MemberTerms &terms)
{
    bool ok = true;
    if (const auto share = percentFrom(m_discount->text(), desk().locale()); share) {
        terms.discountLimitBp = *share;
    } else {
        m_discount->setError(desk().sentence(share.error()));
        ok = false;
    }
    terms.refundLimit = amountIn(m_refund, m_refundEdit, ok);
    return ok;
}

std::optional<Money> MemberForm::amountIn(FieldEdit *field, MoneyEdit *edit, bool &ok)
{
    if (edit->text().trimmed().isEmpty())
        return std::nullopt;
    const auto amount = edit->value();
    if (amount)
        return *amount;
    field->setError(desk().sentence(amount.error()));
    ok = false;
    return std::nullopt;
}

bool MemberForm::readWork(MemberTerms &terms)
{
    bool ok = true;
    terms.skills = listIn(m_skills->text());
    terms.week.reset();
    if (!m_hours->text().trimmed().isEmpty()) {
        const auto week = WorkWeek::parse(m_hours->text(), desk().locale());
        if (week)
            terms.week = *week;
        else
            m_hours->setError(desk().sentence(week.error()));
        ok = week.ok();
    }
    if (!m_payPart->isVisibleTo(body()))
        return ok;
    terms.pay.reset();
    if (m_pay->currentIndex() > 0) {
        terms.pay = MemberPay{payKinds[size_t(m_pay->currentIndex() - 1)]};
        terms.pay->amount = amountIn(m_amount, m_amountEdit, ok);
    }
    return ok;
}

std::optional<MemberTerms> MemberForm::typed(bool aloud)
{
    if (!m_card)
        return std::nullopt;
    MemberTerms terms = m_card->terms;
    terms.name = m_name->text().simplified();
    if (m_setsRights) {
        terms.role = role();
        terms.jobTitle = jobTitle();
        terms.permissions = m_editor->permissions();
    }
    if (!aloud)
        return terms;
    bool ok = !m_setsRights || readLimits(terms);
    ok = readWork(terms) && ok;
    if (terms.name.isEmpty()) {
        m_name->setError(desk().sentence({ErrorKind::Invalid, "team.no_name", {}, {}}));
        ok = false;
    } else {
        sayTaken();
        ok = ok && !m_name->hasError();
    }
    return ok ? std::optional(terms) : std::nullopt;
}

void MemberForm::focusFirst()
{
    m_name->edit()->setFocus(Qt::OtherFocusReason);
    m_name->edit()->selectAll();
}

void MemberForm::submit()
{
    if (isBusy() || !m_card)
        return;
    clearProblem();
    const auto terms = typed(true);
    if (!terms) {
        for (FieldEdit *field : {m_name, m_discount, m_refund, m_skills, m_hours, m_amount}) {
            if (field->hasError())
                return field->edit()->setFocus(Qt::OtherFocusReason);
        }
        return;
    }
    write([this, terms = *terms] { return MemberService(desk().session(), desk().door()).change(m_card->id, terms); });
}

} // namespace thimblely::ui
