// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "ui/measurements/measure_field.h"

#include <QWidget>

#include <array>

class QLineEdit;

namespace thimblely::ui {

class Label;

/*!
 * By how much a garment is cut longer or shorter than the body says, the client's left and right apart: "+1.2", "-3/8".
 * What was typed stays where it cannot be read, marked wrong.
 */
class FitEdit : public QWidget {
    Q_OBJECT
public:
    explicit FitEdit(QWidget *parent = nullptr);

    void setUnit(LengthUnit unit, int inchParts);
    void setField(const MeasureField &field);
    //! Reads what was typed; false where something cannot be read, which then has the keyboard.
    bool commit();
    //! What was being typed, as a draft kept it.
    void setTyped(BodySide side, const QString &text);

Q_SIGNALS:
    //! Each key, for the draft.
    void typed(const QString &code, thimblely::ui::BodySide side, const QString &text);
    void changed(const QString &code, const thimblely::ui::FieldValue &fit);
    void refused(const QString &sentence);
    void nextRequested();

private:
    struct Cell {
        QLineEdit *edit = nullptr;
        Label *caption = nullptr;
    };
    std::array<Cell, 2> m_cells;
    QString m_code;
    QString m_name;
    FieldValue m_fit;
    LengthUnit m_unit = LengthUnit::Centimetre;
    int m_inchParts = 8;
};

//! "+1.2", "left +1.2", "left +1.2, right −0.5"; empty where the garment is cut as the body is.
QString fitText(const FieldValue &fit, LengthUnit unit);

} // namespace thimblely::ui
