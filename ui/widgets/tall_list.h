// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "ui/theme/roles.h"

#include <QListView>

namespace thimblely::ui {

/*!
 * A list whose rows are as high as what stands in them, such as posts and comments; its delegate says how high. J and K
 * go on and back, as the arrows do.
 */
class TallList : public QListView {
    Q_OBJECT

public:
    TallList(const QString &accessibleName, Role base, QWidget *parent = nullptr);

Q_SIGNALS:
    //! A letter that does something where the list stands: L, C, N.
    void letterPressed(int key);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void keyboardSearch(const QString &) override {} // a letter does something here
    void resizeEvent(QResizeEvent *event) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;

private:
    void step(int by);
    void restyle();

    Role m_base;
};

} // namespace thimblely::ui
