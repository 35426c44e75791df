// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/finance/reports.h"
#include "core/finance/wage_service.h"

#include <QWidget>

namespace thimblely::ui {

class Button;
class Desk;
class FigureRows;
class Label;

//! Somebody's wages of a month, row by row, and what is owed; as it is on their slip.
class WageSheetView : public QWidget {
    Q_OBJECT

public:
    explicit WageSheetView(Desk &desk, QWidget *parent = nullptr);

    //! Reads it in the background; what is shown stays until it is there.
    void show(MemberId member, const QString &name, finance::Month month);
    void clear();
    //! False: nobody is shown.
    bool print();

private:
    void showSheet();

    Desk &m_desk;
    Label *m_title;
    Label *m_monthName;
    FigureRows *m_lines;
    FigureRows *m_sums;
    Label *m_none;
    Button *m_print;
    QString m_name;
    QString m_monthWords;
    std::optional<finance::WageSheet> m_sheet;
    int m_asked = 0;
};

} // namespace thimblely::ui
