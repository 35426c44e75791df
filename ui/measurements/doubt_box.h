// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "ui/measurements/visit_doubts.h"

#include <QWidget>

namespace thimblely::ui {

//! A value that is likely a slip: what is odd about it, and the two ways on. Enter is none of them; + and = are.
class DoubtBox : public QWidget {
    Q_OBJECT
public:
    //! The buttons' words; without `take` nothing better is known, and the typed value can only be confirmed.
    DoubtBox(const DoubtWords &words, const QString &take, const QString &keep, QWidget *parent = nullptr);

    QString sentence() const { return m_sentence; }
    //! Only what is odd, where there is no room for more: the button says what was likely meant.
    void setBrief(bool brief);

Q_SIGNALS:
    void likelyTaken();
    void typedKept();

private:
    QString m_sentence;
    QWidget *m_detail = nullptr;
};

} // namespace thimblely::ui
