// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/measurements/value_field.h"

#include "ui/measurements/big_edit.h"
#include "ui/measurements/step_button.h"
#include "ui/theme/theme.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/label.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QLocale>
#include <QVBoxLayout>

namespace thimblely::ui {
namespace {

//! What a step button adds, in the dimension's unit; 0: there are none.
int stepOf(MeasurementDimension dimension, LengthUnit unit)
{
    switch (dimension) {
    case MeasurementDimension::Length:
        return 50; // half a centimetre
    case MeasurementDimension::Weight:
        return unit == LengthUnit::Inch ? 454 : 500; // a pound, or half a kilogram
    case MeasurementDimension::Angle:
        return 10;
    case MeasurementDimension::Number:
        return 1000;
    case MeasurementDimension::Words:
        break;
    }
    return 0;
}

void clearLayout(QLayout *layout)
{
    while (QLayoutItem *item = layout->takeAt(0)) {
        if (QWidget *widget = item->widget()) {
            widget->hide();
            widget->deleteLater();
        }
        delete item;
    }
}

struct Fraction {
    int eighths;
    const char *sign;  //!< UTF-8, on the button
    const char *typed; //!< what goes into the field
};
constexpr std::array<Fraction, 4> Fractions{{{1, "⅛", "1/8"}, {2, "¼", "1/4"}, {4, "½", "1/2"}, {6, "¾", "3/4"}}};

} // namespace

ValueField::ValueField(QWidget *parent)
    : QWidget(parent), m_row(new QHBoxLayout), m_before(new QHBoxLayout), m_after(new QHBoxLayout),
      m_choiceRow(new QWidget(this)), m_choiceFlow(new FlowLayout(8, 8, m_choiceRow)),
      m_message(new Label(TextStyle::Caption, Role::Muted, {}, this))
{
    for (int i = 0; i < 2; ++i) {
        BigEdit *edit = new BigEdit(this);
        m_cells[size_t(i)].edit = edit;
        connect(edit, &QLineEdit::textEdited, this, [this, i](const QString &text) {
            setError({});
            Q_EMIT edited(sideOf(i), text);
        });
        connect(edit, &QLineEdit::returnPressed, this, [this, i] { enterPressed(i); });
        connect(edit, &BigEdit::upPressed, this, [this] { leave(false); });
        connect(edit, &BigEdit::downPressed, this, [this] { leave(true); });
    }
    auto *direction = new QWidget(this); // figures and steps run from left to right in every language
    direction->setLayoutDirection(Qt::LeftToRight);
    direction->setLayout(m_row);
    m_row->setContentsMargins(0, 0, 0, 0);
    m_row->setSpacing(8);
    for (QHBoxLayout *steps : {m_before, m_after}) {
        steps->setContentsMargins(0, 0, 0, 0);
        steps->setSpacing(4);
    }
    m_row->addLayout(m_before);
    m_row->addWidget(m_cells[0].edit, 1);
    m_row->addWidget(m_cells[1].edit, 1);
    m_row->addLayout(m_after);
    m_message->setWordWrap(true);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addWidget(direction);
    column->addWidget(m_choiceRow);
    column->addWidget(m_message);
    connect(&Theme::instance(), &Theme::changed, this, &ValueField::restyle);
    setFocusProxy(m_cells[0].edit);
    setField({});
    restyle();
}

BodySide ValueField::sideOf(int index) const
{
    return !m_paired ? BodySide::Both : index == 0 ? BodySide::Left : BodySide::Right;
}

BodySide ValueField::focusedSide() const
{
    return sideOf(m_paired && m_cells[1].edit->hasFocus() ? 1 : 0);
}

void ValueField::setUnit(LengthUnit unit)
{
    if (m_unit == unit)
        return;
    m_unit = unit;
    setError({});
    for (Cell &c : m_cells)
        c.committedText.clear(); // the same text is another length now
    rebuildSteps();
    refreshNames();
}

void ValueField::setFractionDenominator(int denominator)
{
    m_denominator = denominator;
}

void ValueField::setField(const MeasureField &field)
{
    m_code = field.code;
    m_name = field.name;
    m_dimension = field.dimension;
    m_choices = field.choices;
    m_paired = field.paired;
    const bool words = m_dimension == MeasurementDimension::Words;
    for (Cell &c : m_cells)
        c.edit->setWords(words);
    m_cells[1].edit->setVisible(m_paired);
    m_cells[0].edit->setCaption(m_paired ? tr("left", "the client's side") : QString());
    m_cells[1].edit->setCaption(m_paired ? tr("right", "the client's side") : QString());
    rebuildSteps();
    rebuildChoices();
    refreshNames();
}

void ValueField::refreshNames()
{
    const QString unit = unitSymbol(m_dimension, m_unit);
    const auto named = [&](const QString &name) {
        return unit.isEmpty() ? name : tr("%1, %2", "field and unit").arg(name, unit);
    };
    m_cells[0].edit->setAccessibleName(named(m_paired ? tr("%1, client's left").arg(m_name) : m_name));
    m_cells[1].edit->setAccessibleName(named(tr("%1, client's right").arg(m_name)));
    for (Cell &c : m_cells)
        c.edit->setUnitText(unit);
}

void ValueField::setText(BodySide side, const QString &text)
{
    Cell &c = cell(side);
    c.edit->setText(text);
    c.committedText = text.trimmed();
    setError({});
}

void ValueField::setTypedText(BodySide side, const QString &text)
{
    cell(side).edit->setText(text);
    setError({});
}

QString ValueField::text(BodySide side) const
{
    return cell(side).edit->text();
}

Result<MeasuredValue> ValueField::read(BodySide side) const
{
    return MeasuredValue::parse(m_code, side, completed(text(side)), m_unit, m_denominator);
}

bool ValueField::isUnread(BodySide side) const
{
    const Cell &c = cell(side);
    return c.edit->text().trimmed() != c.committedText;
}

void ValueField::setPlaceholder(BodySide side, const QString &text)
{
    cell(side).edit->setPlaceholderText(text);
}

void ValueField::setHint(const QString &sentence)
{
    m_hint = sentence;
    refreshMessage();
}

void ValueField::setError(const QString &sentence)
{
    m_error = sentence;
    if (sentence.isEmpty()) {
        for (Cell &c : m_cells)
            c.edit->setWrong(false);
    }
    refreshMessage();
}

QString ValueField::messageText() const
{
    return m_message->text();
}

void ValueField::refreshMessage()
{
    const bool wrong = !m_error.isEmpty();
    m_message->setRole(wrong ? Role::Late : Role::Muted);
    m_message->setText(wrong ? QStringLiteral("▲ ") + m_error : m_hint);
    for (Cell &c : m_cells)
        c.edit->setAccessibleDescription(wrong ? m_error : m_hint);
    if (wrong) {
        QAccessibleEvent event(m_cells[focusedSide() == BodySide::Right ? 1 : 0].edit, QAccessible::DescriptionChanged);
        QAccessible::updateAccessibility(&event);
    }
}

void ValueField::setCompact(bool compact)
{
    m_compact = compact;
    restyle();
}

void ValueField::restyle()
{
    const Theme &theme = Theme::instance();
    const int height = m_compact ? std::max(56, theme.px(48)) : std::max(80, theme.px(64));
    for (Cell &c : m_cells)
        c.edit->setFixedHeight(height);
    m_message->setMinimumHeight(theme.lineHeight(TextStyle::Caption));
    rebuildSteps();
    rebuildChoices();
}

void ValueField::addStep(QHBoxLayout *where, const QString &text, const QString &name, int width,
                         std::function<void()> action)
{
    auto *button = new StepButton(text, name, width, this);
    connect(button, &QAbstractButton::clicked, this, std::move(action));
    where->addWidget(button);
}

void ValueField::rebuildSteps()
{
    clearLayout(m_before);
    clearLayout(m_after);
    const int by = stepOf(m_dimension, m_unit);
    if (by == 0)
        return;
    if (m_dimension == MeasurementDimension::Length && m_unit == LengthUnit::Inch) {
        for (size_t i = 0; i < Fractions.size(); ++i) {
            const Fraction f = Fractions[i];
            addStep(i < 2 ? m_before : m_after, QString::fromUtf8(f.sign),
                    tr("and %1 inch").arg(QLatin1String(f.typed)), m_paired ? 30 : 40,
                    [this, f] { setFraction(f.eighths); });
        }
        return;
    }
    const QString amount = amountText(by);
    const QString named = (amount + QLatin1Char(' ') + unitSymbol(m_dimension, m_unit)).trimmed();
    const int width = m_paired ? 44 : 64;
    const QString minus = QStringLiteral("−");
    const QString plus = QStringLiteral("+");
    addStep(m_before, m_paired ? minus : minus + QLatin1Char(' ') + amount, tr("%1 less").arg(named), width,
            [this, by] { step(-by); });
    addStep(m_after, m_paired ? plus : plus + QLatin1Char(' ') + amount, tr("%1 more").arg(named), width,
            [this, by] { step(by); });
}

void ValueField::rebuildChoices()
{
    clearLayout(m_choiceFlow);
    m_choiceRow->setVisible(!m_choices.isEmpty());
    for (const QString &choice : m_choices) {
        auto *button = new StepButton(choice, choice, 64, m_choiceRow);
        button->setAutoRepeat(false);
        button->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
        connect(button, &QAbstractButton::clicked, this, [this, choice] { choose(choice); });
        m_choiceFlow->addWidget(button);
        button->show();
    }
}

//! Of a choice its number or its first letters are enough.
QString ValueField::completed(const QString &typed) const
{
    const QString text = typed.trimmed();
    if (m_choices.isEmpty() || text.isEmpty())
        return text;
    QStringList fitting;
    for (const QString &choice : m_choices) {
        if (choice.compare(text, Qt::CaseInsensitive) == 0)
            return choice;
        if (choice.startsWith(text, Qt::CaseInsensitive))
            fitting.append(choice);
    }
    const int number = text.toInt();
    if (fitting.isEmpty() && number >= 1 && number <= m_choices.size())
        return m_choices.at(number - 1);
    return fitting.size() == 1 ? fitting.front() : text;
}

void ValueField::choose(const QString &choice)
{
    replaceText(focusedSide(), choice);
    if (commit())
        Q_EMIT nextRequested();
}

void ValueField::replaceText(BodySide side, const QString &text)
{
    cell(side).edit->setText(text);
    setError({});
    cell(side).edit->setFocus(Qt::OtherFocusReason);
    Q_EMIT edited(side, text);
}

void ValueField::step(int by)
{
    const BodySide side = focusedSide();
    const BigEdit *edit = cell(side).edit;
    const QString base = edit->text().isEmpty() ? edit->placeholderText() : edit->text();
    auto now = MeasuredValue::parse(m_code, side, base, m_unit, m_denominator);
    if (!now) {
        focusValue();
        return;
    }
    now->amount += by;
    if (now->amount > 0)
        replaceText(side, amountText(now->amount));
}

QString ValueField::amountText(qint64 amount) const
{
    return shown(MeasuredValue{m_code, Side::Both, amount, unitOf(m_dimension, m_unit), {}}, m_unit);
}

void ValueField::setFraction(int eighths)
{
    const BodySide side = focusedSide();
    const auto now = TypedLength::parse(cell(side).edit->text(), LengthUnit::Inch, m_denominator);
    const qint64 whole = now.ok() ? now->value.tenthsOfMm() * 10 / 2540 : 0;
    for (const Fraction &f : Fractions) {
        if (f.eighths == eighths) {
            const QString part = QLatin1String(f.typed);
            replaceText(side, whole > 0 ? QString::number(whole) + QLatin1Char(' ') + part : part);
        }
    }
}

void ValueField::focusValue()
{
    BigEdit *edit = m_cells[0].edit;
    edit->setFocus(Qt::OtherFocusReason);
    edit->selectAll();
}

void ValueField::resume()
{
    // focusWidget() is the one of the two that had the keyboard last.
    const Cell &c = m_cells[m_paired && focusWidget() == m_cells[1].edit ? 1 : 0];
    c.edit->setFocus(Qt::OtherFocusReason);
    if (c.edit->text().trimmed() == c.committedText)
        c.edit->selectAll();
}

bool ValueField::commitSide(BodySide side)
{
    Cell &c = cell(side);
    const QString typed = c.edit->text().trimmed();
    if (typed == c.committedText)
        return true;
    if (typed.isEmpty()) {
        c.committedText.clear();
        Q_EMIT cleared(side);
        return true;
    }
    const QString meant = completed(typed);
    const auto value = read(side);
    if (!value || (!m_choices.isEmpty() && !m_choices.contains(meant))) {
        setError(value ? tr("None of the choices. Type its number or its first letters.")
                       : entryErrorText(value.error(), typed, m_dimension, m_unit, m_denominator));
        c.edit->setWrong(true);
        c.edit->setFocus(Qt::OtherFocusReason);
        Q_EMIT refused();
        return false;
    }
    if (meant != typed)
        c.edit->setText(meant);
    c.committedText = meant;
    Q_EMIT committed(*value);
    return true;
}

bool ValueField::commit()
{
    return m_paired ? commitSide(BodySide::Left) && commitSide(BodySide::Right) : commitSide(BodySide::Both);
}

void ValueField::enterPressed(int index)
{
    const bool untouched = m_cells[0].edit->text().isEmpty() && m_cells[0].committedText.isEmpty() &&
                           m_cells[1].edit->text().isEmpty() && m_cells[1].committedText.isEmpty();
    if (untouched) {
        Q_EMIT keepRequested();
        Q_EMIT nextRequested();
        return;
    }
    if (m_paired && index == 0) {
        if (commitSide(BodySide::Left)) {
            m_cells[1].edit->setFocus(Qt::OtherFocusReason);
            m_cells[1].edit->selectAll();
        }
        return;
    }
    if (commit())
        Q_EMIT nextRequested();
}

void ValueField::leave(bool forward)
{
    if (!commit())
        return;
    if (forward)
        Q_EMIT belowRequested();
    else
        Q_EMIT aboveRequested();
}

} // namespace thimblely::ui
