// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include <QWidget>

class QVBoxLayout;

namespace thimblely::ui {

class Button;

//! What stands where a list would: an icon, one sentence that teaches the next step, and the button that takes it.
class EmptyState : public QWidget {
    Q_OBJECT
public:
    explicit EmptyState(const QByteArray &iconName, const QString &sentence, const QString &actionText = {},
                        QWidget *parent = nullptr);

    //! Null where there is nothing to do.
    Button *actionButton() const { return m_action; }
    //! A further way on, quietly under the first one.
    Button *addWay(const QString &text);

Q_SIGNALS:
    void actionTriggered();

private:
    Button *m_action = nullptr;
    QVBoxLayout *m_rows = nullptr;
};

} // namespace thimblely::ui
