// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/storage/heap_budget.h"

#include "core/storage/spare_blocks.h"

#include <sqlite3.h>

namespace thimblely::storage {

namespace {

sqlite3_mem_methods heap; // SQLite's own
thread_local HeapBudget *current = nullptr;

} // namespace

//! SQLite's heap, asked for leave where the thread has a budget.
struct BudgetedHeap {
    static void *take(int size)
    {
        if (current) // counted to the byte: no spare block, which may be larger
            return current->take(heap.xRoundup(size)) ? heap.xMalloc(size) : nullptr;
        const int room = SpareBlocks::rounded(size);
        void *const spare = SpareBlocks::take(room);
        return spare ? spare : heap.xMalloc(room);
    }
    static void giveBack(void *memory)
    {
        if (!memory)
            return;
        const int room = heap.xSize(memory);
        if (current)
            current->giveBack(room);
        if (current || !SpareBlocks::keep(memory, room, heap.xFree))
            heap.xFree(memory);
    }
    static void *resize(void *memory, int size)
    {
        if (!current)
            return heap.xRealloc(memory, size);
        const qint64 before = heap.xSize(memory);
        if (!current->take(heap.xRoundup(size) - before))
            return nullptr;
        return heap.xRealloc(memory, size);
    }
};

HeapBudget::HeapBudget(qint64 bytes, QDeadlineTimer until) : m_bytes(bytes), m_until(until)
{
    current = this;
}

HeapBudget::~HeapBudget()
{
    current = nullptr;
}

bool HeapBudget::take(qint64 bytes)
{
    // What closes a statement that was stopped may need a little.
    constexpr qint64 little = 4096;
    constexpr qint64 reserve = 1 << 20;
    if (m_used + bytes > m_bytes + (bytes <= little ? reserve : 0)) {
        m_spent = true;
        return false;
    }
    if (bytes > little && isOver())
        return false;
    m_used += bytes;
    return true;
}

bool HeapBudget::install()
{
    if (sqlite3_config(SQLITE_CONFIG_GETMALLOC, &heap) != SQLITE_OK || !heap.xMalloc)
        return false;
    sqlite3_mem_methods budgeted = heap;
    budgeted.xMalloc = BudgetedHeap::take;
    budgeted.xFree = BudgetedHeap::giveBack;
    budgeted.xRealloc = BudgetedHeap::resize;
    return sqlite3_config(SQLITE_CONFIG_MALLOC, &budgeted) == SQLITE_OK;
}

} // namespace thimblely::storage
