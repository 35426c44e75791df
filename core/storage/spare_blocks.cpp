// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/storage/spare_blocks.h"

#include <array>

namespace thimblely::storage {

namespace {

constexpr int step = 128;
constexpr int least = 512; // smaller ones the C library has at hand itself
constexpr int most = 16 * 1024;
#ifdef __SANITIZE_ADDRESS__
constexpr int mostKept = 0;
#else
constexpr int mostKept = 512 * 1024;
#endif

struct Block {
    Block *next;
};

struct Kept {
    std::array<Block *, most / step + 1> bySize; // at least so many steps
    int bytes;
    bool isOver; // the thread is at its end
};

constinit thread_local Kept kept{}; // plain, so that to look at it costs nothing

struct AtThreadsEnd {
    SpareBlocks::Free free = nullptr;
    ~AtThreadsEnd()
    {
        kept.isOver = true;
        for (Block *&first : kept.bySize) {
            while (Block *const block = first) {
                first = block->next;
                free(block);
            }
        }
    }
};

thread_local AtThreadsEnd atThreadsEnd;

bool mayBeKept(int size)
{
    return size >= least && size <= most;
}

} // namespace

int SpareBlocks::rounded(int size)
{
    return mayBeKept(size) ? (size + step - 1) / step * step : size;
}

void *SpareBlocks::take(int size)
{
    if (!mayBeKept(size))
        return nullptr;
    Block *&first = kept.bySize[size_t(size / step)];
    Block *const block = first;
    if (block) {
        first = block->next;
        kept.bytes -= size;
    }
    return block;
}

bool SpareBlocks::keep(void *block, int room, Free free)
{
    const int size = room / step * step;
    if (!mayBeKept(size) || kept.bytes + size > mostKept || kept.isOver)
        return false;
    if (kept.bytes == 0)
        atThreadsEnd.free = free;
    Block *&first = kept.bySize[size_t(size / step)];
    first = new (block) Block{first};
    kept.bytes += size;
    return true;
}

} // namespace thimblely::storage
