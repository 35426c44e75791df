// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "tests/attack/means/heap_watch.h"

#include <sqlite3.h>

#include <algorithm>
#include <atomic>
#include <cstdint>
#include <cstdlib>
#include <cstring>

#include <malloc.h>

namespace {

struct Block {
    void *memory;
    size_t size;
};
constexpr size_t slots = 1 << 18;
constexpr int filling = 0xa5; // so that what lay there before is not found
void *const removed = reinterpret_cast<void *>(std::uintptr_t(1));

Block blocks[slots];
size_t usedSlots[slots];
size_t usedCount = 0;
std::atomic<bool> recording = false;
std::atomic_flag lock = ATOMIC_FLAG_INIT;
thread_local int ignored = 0;

class Locked {
public:
    Locked()
    {
        while (lock.test_and_set(std::memory_order_acquire)) {
        }
    }
    ~Locked() { lock.clear(std::memory_order_release); }
};

size_t slotOf(const void *memory)
{
    return (std::uintptr_t(memory) >> 4) * 0x9e3779b97f4a7c15ULL >> 46;
}

void add(void *memory, size_t size)
{
    if (!memory || ignored > 0 || !recording.load(std::memory_order_relaxed))
        return;
    const Locked locked;
    if (usedCount + 1 >= slots / 2)
        std::abort(); // a door that holds more than this is looked at in parts
    size_t at = slotOf(memory) % slots;
    while (blocks[at].memory && blocks[at].memory != removed)
        at = (at + 1) % slots;
    if (!blocks[at].memory)
        usedSlots[usedCount++] = at;
    blocks[at] = {memory, size};
}

void remove(void *memory)
{
    if (!memory || !recording.load(std::memory_order_relaxed))
        return;
    const Locked locked;
    for (size_t at = slotOf(memory) % slots; blocks[at].memory; at = (at + 1) % slots) {
        if (blocks[at].memory == memory) {
            blocks[at].memory = removed;
            return;
        }
    }
}

void clear()
{
    const Locked locked;
    for (size_t i = 0; i < usedCount; ++i)
        blocks[usedSlots[i]] = {};
    usedCount = 0;
}

sqlite3_mem_methods heap;

void *takeUnwatched(int size)
{
    ++ignored;
    void *memory = heap.xMalloc(size);
    --ignored;
    return memory;
}

void *resizeUnwatched(void *memory, int size)
{
    ++ignored;
    void *moved = heap.xRealloc(memory, size);
    --ignored;
    return moved;
}

} // namespace

#if defined(__SANITIZE_ADDRESS__)

// As sanitizer/allocator_interface.h has it, which comes with clang alone; GCC's runtime exports it too.
extern "C" int __sanitizer_install_malloc_and_free_hooks(void (*taken)(const volatile void *, size_t),
                                                         void (*given)(const volatile void *));

namespace {

void hookTake(const volatile void *memory, size_t size)
{
    add(const_cast<void *>(memory), size);
}

void hookFree(const volatile void *memory)
{
    remove(const_cast<void *>(memory));
}

} // namespace

#else

// The C library's own, by the names it exports them under besides; what is defined here stands in front of them for the
// program and all of its libraries.
extern "C" {
void *__libc_malloc(size_t);
void __libc_free(void *);
void *__libc_calloc(size_t, size_t);
void *__libc_realloc(void *, size_t);
void *__libc_memalign(size_t, size_t);

[[gnu::visibility("default")]] void *malloc(size_t size)
{
    void *memory = __libc_malloc(size);
    if (memory && recording.load(std::memory_order_relaxed))
        std::memset(memory, filling, size);
    add(memory, size);
    return memory;
}
[[gnu::visibility("default")]] void free(void *memory)
{
    remove(memory);
    __libc_free(memory);
}
[[gnu::visibility("default")]] void *calloc(size_t count, size_t size)
{
    void *memory = __libc_calloc(count, size);
    add(memory, count * size);
    return memory;
}
[[gnu::visibility("default")]] void *realloc(void *memory, size_t size)
{
    if (!memory || !recording.load(std::memory_order_relaxed))
        return memory ? __libc_realloc(memory, size) : malloc(size);
    void *moved = malloc(size); // filled, where it grows
    if (!moved)
        return nullptr;
    std::memcpy(moved, memory, std::min(size, malloc_usable_size(memory)));
    free(memory);
    return moved;
}
[[gnu::visibility("default")]] void *memalign(size_t alignment, size_t size)
{
    void *memory = __libc_memalign(alignment, size);
    add(memory, size);
    return memory;
}
[[gnu::visibility("default")]] void *aligned_alloc(size_t alignment, size_t size)
{
    return memalign(alignment, size);
}
[[gnu::visibility("default")]] int posix_memalign(void **memory, size_t alignment, size_t size)
{
    *memory = memalign(alignment, size);
    return *memory ? 0 : 12;
}
}

#endif

namespace thimblely::test {

void HeapWatch::install()
{
    sqlite3_config(SQLITE_CONFIG_GETMALLOC, &heap);
    sqlite3_mem_methods unwatched = heap;
    unwatched.xMalloc = takeUnwatched;
    unwatched.xRealloc = resizeUnwatched;
    sqlite3_config(SQLITE_CONFIG_MALLOC, &unwatched);
#if defined(__SANITIZE_ADDRESS__)
    __sanitizer_install_malloc_and_free_hooks(hookTake, hookFree);
#endif
}

HeapWatch::HeapWatch()
{
    clear();
    recording = true;
}

HeapWatch::~HeapWatch()
{
    recording = false;
}

std::optional<Mark> HeapWatch::foreign(const Marks &allowed)
{
    const Locked locked;
    ++ignored;
    std::optional<Mark> found;
    for (size_t i = 0; i < usedCount && !found; ++i) {
        const Block &block = blocks[usedSlots[i]];
        if (block.memory && block.memory != removed)
            found =
                foreignMark(QByteArrayView(static_cast<const char *>(block.memory), qsizetype(block.size)), allowed);
    }
    --ignored;
    return found;
}

int HeapWatch::held()
{
    const Locked locked;
    int count = 0;
    for (size_t i = 0; i < usedCount; ++i)
        count += blocks[usedSlots[i]].memory && blocks[usedSlots[i]].memory != removed ? 1 : 0;
    return count;
}

} // namespace thimblely::test
