// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/measurements/value_field.h"

#include "ui/measurements/big_edit.h"
#include "ui/measurements/step_button.h"
#include "ui/theme/theme.h"
#include "ui/widgets/label.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QLocale>
#include <QVBoxLayout>

namespace thimblely::ui {
namespace {

constexpr int HalfCentimetre = 50;

void clearLayout(QHBoxLayout *layout)
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
    column->addWidget(m_message);
    connect(&Theme::instance(), &Theme::changed, this, &ValueField::restyle);
    setFocusProxy(m_cells[0].edit);
    setPaired(false);
    rebuildSteps();
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

void ValueField::setPaired(bool paired)
{
    m_paired = paired;
    m_cells[1].edit->setVisible(paired);
    m_cells[0].edit->setCaption(paired ? tr("left", "the client's side") : QString());
    m_cells[1].edit->setCaption(paired ? tr("right", "the client's side") : QString());
    rebuildSteps();
    refreshNames();
}

void ValueField::setFieldName(const QString &name)
{
    m_name = name;
    refreshNames();
}

void ValueField::refreshNames()
{
    m_cells[0].edit->setAccessibleName(m_paired ? tr("%1, client's left, %2").arg(m_name, unitSymbol(m_unit))
                                                : tr("%1, %2", "field and unit").arg(m_name, unitSymbol(m_unit)));
    m_cells[1].edit->setAccessibleName(tr("%1, client's right, %2").arg(m_name, unitSymbol(m_unit)));
    for (Cell &c : m_cells)
        c.edit->setUnitText(unitSymbol(m_unit));
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
    setPaired(m_paired);
}

void ValueField::rebuildSteps()
{
    clearLayout(m_before);
    clearLayout(m_after);
    const auto add = [this](QHBoxLayout *where, const QString &text, const QString &name, int width, auto action) {
        auto *button = new StepButton(text, name, width, this);
        connect(button, &QAbstractButton::clicked, this, action);
        where->addWidget(button);
    };
    if (m_unit == LengthUnit::Inch) {
        for (size_t i = 0; i < Fractions.size(); ++i) {
            const Fraction f = Fractions[i];
            add(i < 2 ? m_before : m_after, QString::fromUtf8(f.sign), tr("and %1 inch").arg(QLatin1String(f.typed)),
                m_paired ? 30 : 40, [this, f] { setFraction(f.eighths); });
        }
        return;
    }
    const QString amount = shown(Length(HalfCentimetre), m_unit);
    const int width = m_paired ? 44 : 64;
    const QString minus = QStringLiteral("−");
    const QString plus = QStringLiteral("+");
    add(m_before, m_paired ? minus : minus + QLatin1Char(' ') + amount,
        tr("%1 %2 less").arg(amount, unitSymbol(m_unit)), width, [this] { step(-HalfCentimetre); });
    add(m_after, m_paired ? plus : plus + QLatin1Char(' ') + amount, tr("%1 %2 more").arg(amount, unitSymbol(m_unit)),
        width, [this] { step(HalfCentimetre); });
}

void ValueField::replaceText(BodySide side, const QString &text)
{
    cell(side).edit->setText(text);
    setError({});
    cell(side).edit->setFocus(Qt::OtherFocusReason);
    Q_EMIT edited(side, text);
}

void ValueField::step(int tenthsOfMm)
{
    const BodySide side = focusedSide();
    const BigEdit *edit = cell(side).edit;
    const QString base = edit->text().isEmpty() ? edit->placeholderText() : edit->text();
    const auto now = TypedLength::parse(base, m_unit, m_denominator);
    if (!now.ok()) {
        focusValue();
        return;
    }
    const Length next = now->value + Length(tenthsOfMm);
    if (next > Length(0))
        replaceText(side, shown(next, m_unit));
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
    const auto value = TypedLength::parse(typed, m_unit, m_denominator);
    if (!value.ok()) {
        setError(lengthErrorText(value.error(), typed, m_unit));
        c.edit->setWrong(true);
        c.edit->setFocus(Qt::OtherFocusReason);
        return false;
    }
    c.committedText = typed;
    Q_EMIT committed(side, *value);
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
        Q_EMIT nextRequested();
    else
        Q_EMIT previousRequested();
}

} // namespace thimblely::ui
