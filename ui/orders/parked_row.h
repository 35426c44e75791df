// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/base/money.h"
#include "ui/widgets/pane.h"

#include <QLocale>

#include <optional>

class QLineEdit;

namespace thimblely::ui {

class Button;

//! What stands in the row of an order that waits.
struct ParkedWords {
    QString who;
    QString what; //!< pieces, promise and since when
    std::optional<Money> total = {};
    bool canBeDropped = true;
    bool isQuote = false; //!< accepted or declined, instead of gone on with or dropped
};

//! An order that waits, with what can be done with it: Enter goes on with it, Delete drops it, or asks why an offer was
//! declined; the arrows go along.
class ParkedRow : public Pane {
    Q_OBJECT

public:
    ParkedRow(const ParkedWords &words, const QLocale &locale, QWidget *parent = nullptr);

    void focusOpen();
    QList<QWidget *> tabChain() const;

Q_SIGNALS:
    void openRequested();
    void dropRequested();
    void declineRequested(const QString &reason);
    void moveRequested(int step); //!< to the row before or after

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    bool handleKey(int key);
    void drop();
    void askReason(bool asked);

    Button *m_open;
    Button *m_drop;
    const bool m_isQuote;
    QWidget *m_words;
    QLineEdit *m_reason; // why an offer was declined
};

} // namespace thimblely::ui
