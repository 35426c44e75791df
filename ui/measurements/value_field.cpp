// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/measurements/value_field.h"

#include "ui/measurements/big_edit.h"
#include "ui/theme/theme.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/label.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QLocale>
#include <QVBoxLayout>

namespace thimblely::ui {

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

void ValueField::replaceText(BodySide side, const QString &text)
{
    cell(side).edit->setText(text);
    setError({});
    cell(side).edit->setFocus(Qt::OtherFocusReason);
    Q_EMIT edited(side, text);
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
