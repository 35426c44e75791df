// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/base/money.h"
#include "ui/widgets/pane.h"

#include <QLocale>

#include <optional>

namespace thimblely::ui {

class Button;

//! What stands in the row of an order that waits.
struct ParkedWords {
    QString who;
    QString what; //!< pieces, promise and since when
    std::optional<Money> total = {};
    bool canBeDropped = true;
};

//! An order that waits, with what can be done with it: Enter goes on with it, Delete drops it, the arrows go along.
class ParkedRow : public Pane {
    Q_OBJECT

public:
    ParkedRow(const ParkedWords &words, const QLocale &locale, QWidget *parent = nullptr);

    void focusOpen();
    QList<QWidget *> tabChain() const;

Q_SIGNALS:
    void openRequested();
    void dropRequested();
    void moveRequested(int step); //!< to the row before or after

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    bool handleKey(int key);

    Button *m_open;
    Button *m_drop;
};

} // namespace thimblely::ui
