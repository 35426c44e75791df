// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "ui/theme/roles.h"

#include <QAbstractButton>

#include <optional>

namespace thimblely::ui {

//! What a number counts and the number, in the head of a card; clicked it opens the list that the number counts.
class CountLink : public QAbstractButton {
    Q_OBJECT

public:
    CountLink(std::optional<Status> shape, const QString &title, QWidget *parent = nullptr);

    //! None: not known, which is not 0.
    void setCount(std::optional<int> count, const QLocale &locale);
    //! Without a list of its own to open it is a heading.
    void setHasList(bool hasList);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    std::optional<Status> m_shape;
    QString m_number;
    bool m_hasList = true;
};

} // namespace thimblely::ui
