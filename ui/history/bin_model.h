// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/changes/bin.h"

#include <QAbstractListModel>

#include <vector>

namespace thimblely::ui {

class Desk;

//! What lies in the bin, newest first, page by page; read on the reader's thread. failed() tells what went wrong.
class BinModel : public QAbstractListModel {
    Q_OBJECT

public:
    explicit BinModel(Desk &desk, QObject *parent = nullptr);

    //! Starts again with those that have these words in their name.
    void show(const QString &words);
    //! As many as were there, read anew.
    void refresh();
    const changes::Bin::Thing &thing(int row) const { return m_things[size_t(row)]; }
    bool isLoaded() const { return m_loaded; }

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

Q_SIGNALS:
    void failed(const thimblely::Error &error);
    void loaded();

private:
    void read(const std::optional<changes::Bin::Key> &before, int limit);
    void take(changes::Bin::Page page, bool more);

    Desk &m_desk;
    QString m_words;
    std::vector<changes::Bin::Thing> m_things;
    std::optional<changes::Bin::Key> m_next;
    int m_asked = 0; //!< what is on its way for an earlier question is dropped
    bool m_loaded = false;
    bool m_reading = false;
};

} // namespace thimblely::ui
