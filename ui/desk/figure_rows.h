// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/base/money.h"
#include "ui/theme/roles.h"

#include <QLocale>
#include <QWidget>

class QVBoxLayout;

namespace thimblely::ui {

//! Names and their amounts under one another, divided by lines, as on the till's card and the page of a day.
class FigureRows : public QWidget {
    Q_OBJECT

public:
    explicit FigureRows(const QLocale &locale, QWidget *parent = nullptr);

    void clear();
    //! `remark` is muted after the name. Strong ones are the sums of those above.
    void add(const QString &name, const Money &amount, const QString &remark = {}, bool strong = false);
    //! What is no amount: a number, a name, a time.
    void addText(const QString &name, const QString &text);

private:
    void addRow(const QString &name, const QString &remark, QWidget *figure, TextStyle nameStyle);

    QLocale m_locale;
    QVBoxLayout *m_rows;
};

} // namespace thimblely::ui
