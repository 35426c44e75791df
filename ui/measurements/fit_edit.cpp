// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/measurements/fit_edit.h"

#include "ui/theme/paint.h"
#include "ui/theme/theme.h"
#include "ui/widgets/label.h"

#include <QHBoxLayout>
#include <QLineEdit>

namespace thimblely::ui {

namespace {

constexpr std::array sides{BodySide::Left, BodySide::Right};

} // namespace

FitEdit::FitEdit(QWidget *parent) : QWidget(parent)
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    const QString captions[] = {tr("left", "the client's side"), tr("right", "the client's side")};
    for (size_t i = 0; i < m_cells.size(); ++i) {
        auto *edit = new QLineEdit(this);
        auto *caption = new Label(TextStyle::Caption, Role::Muted, captions[i], this);
        edit->setPlaceholderText(QStringLiteral("±0"));
        edit->setMaxLength(12);
        edit->setLayoutDirection(Qt::LeftToRight);
        edit->setAlignment(Qt::AlignRight);
        m_cells[i] = {edit, caption};
        row->addWidget(caption);
        row->addWidget(edit);
        connect(edit, &QLineEdit::returnPressed, this, [this] {
            if (commit())
                Q_EMIT nextRequested();
        });
        connect(edit, &QLineEdit::editingFinished, this, [this] { (void)commit(); });
        connect(edit, &QLineEdit::textEdited, this, [this, edit, i](const QString &text) {
            setInputError(edit, false);
            Q_EMIT typed(m_code, m_cells[1].edit->isVisibleTo(this) ? sides[i] : BodySide::Both, text);
        });
    }
    row->addStretch(1);
}

void FitEdit::setUnit(LengthUnit unit, int inchParts)
{
    m_unit = unit;
    m_inchParts = inchParts;
}

void FitEdit::setField(const MeasureField &field)
{
    m_code = field.code;
    m_name = field.name;
    m_fit = field.fit;
    const MeasurementField *known = measurementField(m_code);
    const bool apart = field.paired || (known && known->sidesMayDiffer);
    if (apart && m_fit.both) {
        for (const BodySide side : sides) {
            m_fit.side(side) = m_fit.both;
            m_fit.side(side)->side = side;
        }
        m_fit.both.reset();
    }
    for (size_t i = 0; i < m_cells.size(); ++i) {
        const Cell &cell = m_cells[i];
        const auto &value = m_fit.side(apart ? sides[i] : BodySide::Both);
        cell.edit->setText(value ? shown(*value, m_unit) : QString());
        cell.edit->setFixedWidth(Theme::instance().px(72));
        cell.edit->setVisible(i == 0 || apart);
        cell.caption->setVisible(apart);
        setInputError(cell.edit, false);
        cell.edit->setAccessibleName(!apart   ? tr("Fit of %1, more or less than the body").arg(m_name)
                                     : i == 0 ? tr("Fit of %1, client's left").arg(m_name)
                                              : tr("Fit of %1, client's right").arg(m_name));
    }
}

void FitEdit::setTyped(BodySide side, const QString &text)
{
    QLineEdit *edit = m_cells[side == sides[1] ? 1 : 0].edit;
    edit->setText(text);
    edit->setModified(true);
}

bool FitEdit::commit()
{
    FieldValue fit;
    const bool apart = m_cells[1].edit->isVisibleTo(this);
    for (size_t i = 0; i < m_cells.size(); ++i) {
        QLineEdit *edit = m_cells[i].edit;
        const QString text = edit->text().trimmed();
        if (text.isEmpty() || (i == 1 && !apart))
            continue;
        const BodySide side = apart ? sides[i] : BodySide::Both;
        if (m_fit.side(side) && shown(*m_fit.side(side), m_unit) == text) {
            fit.side(side) = m_fit.side(side); // untouched: as it was typed then
            continue;
        }
        const auto value = MeasuredValue::parseDifference(m_code, side, text, m_unit, m_inchParts);
        if (!value) {
            setInputError(edit, true);
            Q_EMIT refused(m_unit == LengthUnit::Inch ? tr("Type by how much, such as +1/2 or -3/8.")
                                                      : tr("Type by how much, such as +1.2 or -0.5."));
            return false;
        }
        fit.side(side) = *value;
    }
    if (fit != m_fit) {
        m_fit = fit;
        Q_EMIT changed(m_code, fit);
    }
    return true;
}

QString fitText(const FieldValue &fit, LengthUnit unit)
{
    QStringList parts;
    const auto add = [&](const std::optional<MeasuredValue> &value, const QString &words) {
        if (!value)
            return;
        QString text = shown(*value, unit);
        if (value->amount > 0 && !text.startsWith(u'+'))
            text.prepend(u'+');
        parts.append(words.isEmpty() ? text : words.arg(text));
    };
    add(fit.both, {});
    add(fit.left, FitEdit::tr("left %1", "the client's side, and by how much"));
    add(fit.right, FitEdit::tr("right %1", "the client's side, and by how much"));
    return parts.join(QStringLiteral(", "));
}

} // namespace thimblely::ui
