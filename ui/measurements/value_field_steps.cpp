// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
// What stands beside and under the value: steps, fractions, choices.
#include "ui/measurements/big_edit.h"
#include "ui/measurements/step_button.h"
#include "ui/measurements/value_field.h"
#include "ui/widgets/flow_layout.h"

#include <QHBoxLayout>

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

} // namespace thimblely::ui
