// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "ui/measurements/measure_field.h"

#include <QWidget>

#include <array>
#include <functional>

class QAbstractButton;
class QHBoxLayout;

namespace thimblely::ui {

class BigEdit;
class FlowLayout;
class Label;

/*!
 * The one big field a value is typed into, or two for the client's left and right, with the steps of half a
 * centimetre or the eighths of an inch beside it, the choices under it where it is chosen, and one line for an error or
 * a calm hint.
 *
 * Enter reads what was typed: a value is committed and the next field asked for; anything else stays, marked wrong,
 * with a sentence. Changing the unit keeps the text: it is read in the new one.
 */
class ValueField : public QWidget {
    Q_OBJECT
public:
    explicit ValueField(QWidget *parent);

    void setUnit(LengthUnit unit);
    LengthUnit unit() const { return m_unit; }
    //! The shop's shorthand: "38 4" is 38 and 4 of these parts.
    void setFractionDenominator(int denominator);
    //! What is asked for: its name for the screen reader, its dimension, its sides and choices. Texts are left alone.
    void setField(const MeasureField &field);
    bool isPaired() const { return m_paired; }
    //! Both is the single field; typed text and its errors are replaced.
    void setText(BodySide side, const QString &text);
    //! Text that is not committed yet, as if a person had typed it, without telling so.
    void setTypedText(BodySide side, const QString &text);
    QString text(BodySide side) const;
    //! What the text of a side says, or why it says nothing.
    Result<MeasuredValue> read(BodySide side) const;
    //! The text of a side was not read yet.
    bool isUnread(BodySide side) const;
    //! Shown while nothing is typed, and kept by Enter: the last visit's value.
    void setPlaceholder(BodySide side, const QString &text);
    //! A calm sentence under the field; an error stands before it.
    void setHint(const QString &sentence);
    void setError(const QString &sentence);
    QString errorText() const { return m_error; }
    QString messageText() const;
    void setCompact(bool compact);
    void focusValue();
    //! Back to where a person was typing; what was read already is selected, what was not goes on.
    void resume();
    //! Commits what was changed and can be read; false where something cannot, which is then marked.
    bool commit();

Q_SIGNALS:
    //! A person typed, step buttons included; for drafts and the scale.
    void edited(BodySide side, const QString &text);
    //! A value was read from changed text.
    void committed(const thimblely::MeasuredValue &value);
    //! Something typed was found to be no value of the field.
    void refused();
    //! The text of a value was taken away.
    void cleared(BodySide side);
    //! Enter in an untouched empty field.
    void keepRequested();
    //! Enter: to where there is work left.
    void nextRequested();
    //! Down and Up: to the neighbours.
    void belowRequested();
    void aboveRequested();

private:
    struct Cell {
        BigEdit *edit = nullptr;
        QString committedText;
    };
    Cell &cell(BodySide side) { return m_cells[side == BodySide::Right ? 1 : 0]; }
    const Cell &cell(BodySide side) const { return m_cells[side == BodySide::Right ? 1 : 0]; }
    BodySide sideOf(int index) const;
    BodySide focusedSide() const;
    bool commitSide(BodySide side);
    void enterPressed(int index);
    void leave(bool forward);
    void step(int by);
    QString amountText(qint64 amount) const;
    QString completed(const QString &typed) const;
    void choose(const QString &choice);
    void setFraction(int eighths);
    void rebuildSteps();
    void restyle();
    void refreshMessage();
    void refreshNames();
    void rebuildChoices();
    void addStep(QHBoxLayout *where, const QString &text, const QString &name, int width, std::function<void()> action);
    void replaceText(BodySide side, const QString &text);

    std::array<Cell, 2> m_cells;
    QHBoxLayout *m_row;
    QHBoxLayout *m_before;
    QHBoxLayout *m_after;
    QWidget *m_choiceRow;
    FlowLayout *m_choiceFlow;
    Label *m_message;
    QString m_code;
    QString m_name;
    MeasurementDimension m_dimension = MeasurementDimension::Length;
    QStringList m_choices;
    QString m_error;
    QString m_hint;
    LengthUnit m_unit = LengthUnit::Centimetre;
    int m_denominator = 8;
    bool m_paired = false;
    bool m_compact = false;
};

} // namespace thimblely::ui
