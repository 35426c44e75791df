// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include <QWidget>

namespace thimblely::ui {

class Button;
class Desk;
class Label;

/*!
 * One kind of thing as a file for another program: clients as cards or as a table, the price list with the stock as a
 * table. For who has data:export; what the role withholds is not in it.
 */
class TakeTables : public QWidget {
    Q_OBJECT

public:
    enum Kind { ClientCards, ClientTable, ProductTable, KindCount };

    explicit TakeTables(Desk &desk, QWidget *parent = nullptr);

    //! Begins; whole or not at all, over what is there (which who chose it was asked about).
    void write(Kind kind, const QString &path);

private:
    void choose(Kind kind);
    void say(bool good, const QString &sentence);

    Desk &m_desk;
    QList<Button *> m_buttons;
    Label *m_said = nullptr;
};

} // namespace thimblely::ui
