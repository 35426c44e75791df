// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/measurements/measurement_set.h"

#include <QWidget>

namespace thimblely::ui {

class Button;
class Label;

//! Why values differ from those of the last visit: asked before they are saved. Enter says that the body changed.
class ReasonBox : public QWidget {
    Q_OBJECT
public:
    //! `question` says what differs, `touched` what was made by the former values; it may be empty.
    explicit ReasonBox(const QString &question, const QString &touched, QWidget *parent = nullptr);

    QString sentence() const { return m_sentence; }
    void start();

Q_SIGNALS:
    void answered(thimblely::ChangeReason reason);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_sentence;
    Button *m_changed;
    Button *m_wrong;
};

} // namespace thimblely::ui
