// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include <QThreadPool>

#include <cstddef>
#include <deque>
#include <functional>
#include <iterator>
#include <memory>
#include <vector>

namespace thimblely::ui {

//! How a list model tells its views what patchRows() does; first and last are rows.
struct RowPatch {
    std::function<void(int first, int last)> beginInsert;
    std::function<void()> endInsert;
    std::function<void(int first, int last)> beginRemove;
    std::function<void()> endRemove;
    std::function<void(int first, int last)> changed;
};

/*!
 * Turns the rows a model shows into freshly read ones by the fewest steps that views can follow: rows that are gone are
 * taken out, new ones put in at their place, the rest replaced where they stand. A row that only moved is taken out and
 * put in again. `keyOf` names a row; keys are unique.
 */
template <typename Rows, typename Row, typename KeyOf>
void patchRows(Rows &shown, std::vector<Row> fresh, KeyOf keyOf, const RowPatch &tell)
{
    const auto find = [&](const auto &rows, size_t from, const auto &key) {
        for (size_t i = from; i < rows.size(); ++i) {
            if (keyOf(rows[i]) == key)
                return i;
        }
        return rows.size();
    };
    const auto takeOut = [&](size_t at) {
        tell.beginRemove(int(at), int(at));
        shown.erase(shown.begin() + std::ptrdiff_t(at));
        tell.endRemove();
    };
    for (size_t i = 0; i < shown.size();) {
        if (find(fresh, 0, keyOf(shown[i])) == fresh.size())
            takeOut(i);
        else
            ++i;
    }
    for (size_t i = 0; i < fresh.size(); ++i) {
        const auto key = keyOf(fresh[i]);
        if (i < shown.size() && keyOf(shown[i]) == key) {
            shown[i] = std::move(fresh[i]);
            tell.changed(int(i), int(i));
            continue;
        }
        if (const size_t moved = find(shown, i, key); moved < shown.size())
            takeOut(moved);
        tell.beginInsert(int(i), int(i));
        shown.insert(shown.begin() + std::ptrdiff_t(i), std::move(fresh[i]));
        tell.endInsert();
    }
}

//! Frees rows that nobody shows any more on another thread: those of a long list take longer than a frame.
template <typename Row>
void discardRows(std::deque<Row> rows)
{
    auto old = std::make_shared<std::deque<Row>>(std::move(rows));
    QThreadPool::globalInstance()->start([old = std::move(old)] {});
}

//! Takes out all rows but the first `most`, in one step.
template <typename Row>
void keepFirstRows(std::deque<Row> &shown, size_t most, const RowPatch &tell)
{
    if (shown.size() <= most)
        return;
    tell.beginRemove(int(most), int(shown.size()) - 1);
    const auto end = shown.begin() + std::ptrdiff_t(most);
    std::deque<Row> kept(std::make_move_iterator(shown.begin()), std::make_move_iterator(end));
    shown.swap(kept);
    tell.endRemove();
    discardRows(std::move(kept));
}

} // namespace thimblely::ui
