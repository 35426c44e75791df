// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/orders/pay_details.h"

#include "core/finance/tender.h"
#include "ui/desk/desk.h"
#include "ui/desk/pay_methods.h"
#include "ui/theme/paint.h"
#include "ui/theme/theme.h"
#include "ui/widgets/amount_text.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/label.h"
#include "ui/widgets/money_edit.h"
#include "ui/widgets/pane.h"
#include "ui/widgets/segmented.h"

#include <QAbstractButton>
#include <QCheckBox>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QTimer>

#include <algorithm>

namespace thimblely::ui {

namespace {

using finance::PaymentMethod;

constexpr int paidWidth = 152;
constexpr int laidWidth = 102;

finance::ReceiptRules rulesOf(Desk &desk)
{
    // Nothing is asked where the shop's choice cannot be read; taking money is not held up by it.
    return finance::loadReceiptRules(desk.session().reader())
        .valueOr(finance::receiptRulesOf({}, finance::ReceiptMode::None, desk.profile().currency));
}

} // namespace

PayDetails::PayDetails(Desk &desk, Given given, QWidget *parent)
    : QWidget(parent), m_desk(desk), m_what(given), m_rules(rulesOf(desk))
{
    auto *rows = column(nullptr, m_what == Given::IsPaid ? 10 : 8);
    setLayout(rows);
    build(rows);
    connectFields();
    refresh();
}

void PayDetails::build(QVBoxLayout *rows)
{
    m_payWith = new Label(TextStyle::CaptionStrong, Role::Muted, {}, this);
    m_payWith->setVisible(m_what == Given::IsPaid);
    rows->addWidget(m_payWith);
    m_method = new Segmented(tr("Pay with"), this);
    addPayMethods(*m_method);
    if (m_rules.methodIsAsked)
        m_method->clearChoice();
    showKeys();
    followClicks();
    rows->addWidget(m_method);
    m_slot = column(nullptr, 10);
    rows->addLayout(m_slot);
    buildGiven(rows);
    m_reference = new QLineEdit(this);
    m_reference->setAccessibleName(tr("Reference"));
    m_arrived = new QCheckBox(tr("Has come in"), this);
    auto *reference = row(nullptr, 8);
    reference->addWidget(m_reference, 1);
    reference->addWidget(m_arrived);
    rows->addLayout(reference);
    m_external = new QLineEdit(this);
    m_external->setAccessibleName(tr("Number on your till’s receipt"));
    m_external->setPlaceholderText(m_external->accessibleName());
    rows->addWidget(m_external);
    m_keepRest = new QCheckBox(tr("Keep the rest as credit"), this);
    rows->addWidget(m_keepRest);
    m_notes = new QWidget(this);
    auto *notes = row(nullptr, 8);
    m_notes->setLayout(notes);
    for (Button *&note : m_note) {
        note = new PlainButton(QString(), m_notes);
        notes->addWidget(note, 1);
        connect(note, &QAbstractButton::clicked, this, [this, button = note] {
            typeGiven(button->property("figure").toString());
            Q_EMIT typed();
        });
    }
    rows->addWidget(m_notes);
    if (m_what == Given::IsLaidDown)
        return;
    auto *change = row(nullptr, 8);
    change->addWidget(m_changeName, 1);
    change->addWidget(m_change);
    rows->addLayout(change);
}

//! At the counter the change stands beside what is given: there is little room under the days and the sums.
void PayDetails::buildGiven(QVBoxLayout *rows)
{
    const bool paid = m_what == Given::IsPaid;
    m_givenRow = new QWidget(this);
    auto *given = row(nullptr, 8);
    m_givenRow->setLayout(given);
    m_given = new MoneyEdit(m_desk.profile().currency, m_givenRow);
    m_given->setLocale(m_desk.locale());
    m_given->setAccessibleName(tr("Given"));
    m_given->setRoom(Theme::instance().px(paid ? paidWidth : laidWidth));
    m_changeName = new Label(paid ? TextStyle::InputStrong : TextStyle::Body, Role::Text, tr("Change"), this);
    m_change = new AmountLabel(paid ? TextStyle::Total : TextStyle::InputStrong, Role::Text, this);
    m_change->setLocale(m_desk.locale());
    given->addWidget(new Label(TextStyle::Body, Role::Text, tr("Given"), m_givenRow), paid ? 1 : 0);
    given->addWidget(m_given);
    if (!paid) {
        m_given->setPlaceholderText(tr("exact"));
        given->addWidget(m_changeName, 1, Qt::AlignTrailing | Qt::AlignVCenter);
        given->addWidget(m_change);
    }
    rows->addWidget(m_givenRow);
}

void PayDetails::connectFields()
{
    connect(m_method, &Segmented::currentIndexChanged, this, [this] {
        Q_EMIT methodChosen();
        refresh();
        Q_EMIT changed();
        Q_EMIT typed();
    });
    connect(m_given, &QLineEdit::textEdited, this, [this] {
        m_byHand = !m_given->text().trimmed().isEmpty();
        refresh();
        Q_EMIT changed();
        Q_EMIT typed();
    });
    connect(m_arrived, &QCheckBox::clicked, this, [this](bool on) {
        m_arrivalSaid = on;
        Q_EMIT typed();
    });
    connect(m_keepRest, &QCheckBox::toggled, this, [this] {
        refresh();
        Q_EMIT changed();
        Q_EMIT typed();
    });
    connect(m_reference, &QLineEdit::textEdited, this, &PayDetails::refresh); // whether it counts as come in
    for (QLineEdit *field : {m_reference, m_external}) {
        connect(field, &QLineEdit::textEdited, this, &PayDetails::typed);
        connect(field, &QLineEdit::returnPressed, this, &PayDetails::finished);
    }
    connect(m_given, &QLineEdit::returnPressed, this, &PayDetails::finished);
    connect(&HideMoney::instance(), &HideMoney::changed, this, &PayDetails::showNotes);
    connect(&Theme::instance(), &Theme::changed, this,
            [this] { m_given->setRoom(Theme::instance().px(m_what == Given::IsPaid ? paidWidth : laidWidth)); });
}

void PayDetails::insertBelowMethod(QWidget *row)
{
    m_slot->addWidget(row);
}

void PayDetails::setFacts(const PayFacts &facts)
{
    m_rules = rulesOf(m_desk); // the shop may have chosen another way meanwhile
    const QSignalBlocker method(m_method);
    const QSignalBlocker keep(m_keepRest);
    const int way = facts.method ? int(*facts.method) : m_rules.methodIsAsked ? -1 : int(PaymentMethod::Cash);
    if (way < 0 || way >= m_method->count())
        m_method->clearChoice();
    else
        m_method->setCurrentIndex(way);
    // What is being typed stands there already; a caret that jumps would mix up its figures.
    const auto show = [](QLineEdit *field, const QString &text) {
        if (field->text() != text)
            field->setText(text);
    };
    const auto kept = Money::parse(facts.given, m_given->currency(), m_desk.locale());
    const auto there = given();
    const bool same = kept && there && !m_given->text().isEmpty() && *kept == *there; // only written another way
    if (!same && (m_what == Given::IsLaidDown || !facts.given.isEmpty())) {
        show(m_given, facts.given);
        m_byHand = !facts.given.isEmpty();
    }
    show(m_reference, facts.reference);
    show(m_external, facts.externalNumber);
    m_arrivalSaid = facts.arrived;
    m_keepRest->setChecked(facts.keepsRest);
    refresh();
}

//! What is taken for granted where nobody says another way.
bool PayDetails::isUsual(PaymentMethod method) const
{
    return method == PaymentMethod::Cash && !m_rules.methodIsAsked;
}

PayFacts PayDetails::facts() const
{
    const auto way = method();
    return {way && !isUsual(*way) ? way : std::nullopt,
            m_byHand ? m_given->text() : QString(),
            m_reference->text(),
            m_arrivalSaid,
            m_external->text(),
            m_keepRest->isChecked()};
}

void PayDetails::setAsked(const Asked &asked)
{
    m_asked = asked;
    refresh();
}

void PayDetails::setCredit(const std::optional<Money> &credit)
{
    const bool offered = m_method->count() > int(PaymentMethod::Credit);
    m_credit = credit;
    if (offered == credit.has_value())
        return;
    const QSignalBlocker quiet(m_method);
    const int chosen = m_method->currentIndex();
    m_method->clear();
    addPayMethods(*m_method);
    if (credit)
        m_method->addSegment(payMethodName(PaymentMethod::Credit));
    if (chosen < 0 || chosen >= m_method->count())
        m_method->clearChoice();
    else
        m_method->setCurrentIndex(chosen);
    showKeys();
    followClicks();
    refresh();
}

std::optional<PaymentMethod> PayDetails::method() const
{
    return payMethod(*m_method);
}

bool PayDetails::takeKey(const QString &key)
{
    if (choosePayMethod(*m_method, key)) {
        QTimer::singleShot(0, this, &PayDetails::askReference);
        return true;
    }
    // One that is not offered now means nothing, and is no part of an amount either.
    return !key.isEmpty() && payMethodKeys().contains(key.toUpper());
}

Result<Money> PayDetails::given() const
{
    return m_given->value();
}

void PayDetails::setGiven(const Money &amount)
{
    m_given->setValue(amount);
    m_byHand = false;
    refresh();
}

void PayDetails::typeGiven(const QString &text)
{
    m_given->setText(text);
    m_byHand = true;
    refresh();
    Q_EMIT changed();
}

bool PayDetails::isCash() const
{
    return method() == PaymentMethod::Cash;
}

//! What lies there for what is paid: the cash where it was said, else just that.
std::optional<Money> PayDetails::laid() const
{
    const auto typed = given();
    if (m_what == Given::IsPaid || (isCash() && m_byHand))
        return typed ? std::optional(*typed) : std::nullopt;
    return m_asked.now;
}

bool PayDetails::keepsRest() const
{
    return m_keepRest->isVisibleTo(this) && m_keepRest->isChecked();
}

bool PayDetails::isFieldShown() const
{
    return m_givenRow->isVisibleTo(this);
}

Result<void> PayDetails::addTo(finance::PaymentDraft &payment) const
{
    PayFacts said = facts();
    said.method = method();
    said.keepsRest = keepsRest();
    if (m_what == Given::IsPaid)
        said.given = m_given->text();
    return addFacts(payment, said, m_rules, m_desk.locale());
}

void PayDetails::refresh()
{
    m_method->setEnabled(m_asked.now.has_value());
    m_given->setEnabled(m_asked.now.has_value());
    const bool pays = m_asked.now.has_value() && (m_what == Given::IsPaid || !m_asked.now->isZero());
    const auto way = pays ? method() : std::nullopt;
    const bool waits = way && finance::mayWait(*way);
    m_givenRow->setVisible(m_what == Given::IsPaid || (pays && isCash()));
    m_reference->setVisible(waits);
    m_arrived->setVisible(waits);
    m_reference->setPlaceholderText(way == PaymentMethod::MobileMoney ? tr("Code") : tr("Reference"));
    m_reference->setToolTip(way == PaymentMethod::MobileMoney ? tr("The code that stands on the phone")
                                                              : tr("What the transfer is found by on the account"));
    m_arrived->setChecked(isTakenAsArrived(way));
    m_external->setVisible(pays && m_rules.asksExternalNumber());
    const auto there = laid();
    const auto &most = m_asked.most;
    const bool over = pays && m_asked.mayKeep && there && most && there->minor() > most->minor() &&
                      (m_what == Given::IsPaid || m_asked.now->minor() >= most->minor());
    m_keepRest->setVisible(over && way != PaymentMethod::Credit);
    showChange();
    showNotes();
}

void PayDetails::showChange()
{
    const auto typed = given();
    const bool shown = m_asked.now && isCash() && !keepsRest() && isFieldShown();
    m_change->setVisible(shown);
    m_changeName->setVisible(shown);
    const bool said = m_what == Given::IsPaid || m_byHand;
    const bool enough = m_asked.now && typed && typed->minor() >= m_asked.now->minor();
    if (m_asked.now && said && enough)
        m_change->setAmount(typed->minus(*m_asked.now).valueOr(Money::zero(typed->currency())));
    else
        m_change->setUnknown();
    if (m_what == Given::IsLaidDown)
        setInputError(m_given, m_asked.now && said && isCash() && !enough);
}

void PayDetails::setHintShown(bool shown)
{
    m_payWith->setVisible(shown && m_what == Given::IsPaid);
}

void PayDetails::setNotesShown(bool shown)
{
    m_notesShown = shown;
    showNotes();
}

//! The sum itself and the two next amounts that are paid with fewer notes: 6,000 · 7,000 · 10,000.
void PayDetails::showNotes()
{
    const bool due = m_asked.now && m_asked.now->minor() > 0;
    m_notes->setVisible(m_notesShown && due && isCash() && isFieldShown());
    if (!due)
        return;
    const std::vector<Money> amounts = finance::likelyTenders(*m_asked.now);
    for (size_t i = 0; i < 3; ++i) {
        const Money amount = amounts[std::min(i, amounts.size() - 1)];
        m_note[i]->setText(figureText(amount, m_desk.locale()));
        m_note[i]->setAccessibleName(tr("%1 given").arg(m_note[i]->text()));
        m_note[i]->setProperty("figure", amount.toFigure(m_desk.locale()));
    }
}

//! The letters that choose, typed where the amount is; as many as are offered.
void PayDetails::showKeys()
{
    const QStringList keys = payMethodKeys();
    for (int i = 0; i < m_method->count() && i < keys.size(); ++i)
        m_method->button(i)->setToolTip(tr("Key %1").arg(keys[i]));
    m_payWith->setText(tr("Pay with, by key %1").arg(keys.first(m_method->count()).join(u' ')));
}

} // namespace thimblely::ui
