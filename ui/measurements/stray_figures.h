// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include <QObject>

class QKeyEvent;
class QWidget;

namespace thimblely::ui {

class ValueField;

/*!
 * Figures typed outside an editor are meant for the field, whatever has the keyboard on its page. Listens while it is
 * switched on; only where the field itself can be typed into.
 */
class StrayFigures : public QObject {
    Q_OBJECT
public:
    StrayFigures(QWidget *page, ValueField *field);
    void listen(bool on);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    bool isStray(const QObject *watched, const QKeyEvent &event) const;

    QWidget *m_page;
    ValueField *m_field;
};

} // namespace thimblely::ui
